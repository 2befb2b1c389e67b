import type { exports as en } from '../en/export';
import type { Translated } from '../translated';

export const exports = {} as const satisfies Translated<typeof en>;
