import type { settings as en } from '../en/settings';
import type { Translated } from '../translated';

export const settings = {} as const satisfies Translated<typeof en>;
