import type { status as en } from '../en/status';
import type { Translated } from '../translated';

export const status = {} as const satisfies Translated<typeof en>;
