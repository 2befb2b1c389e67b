import type { history as en } from '../en/history';
import type { Translated } from '../translated';

export const history = {} as const satisfies Translated<typeof en>;
