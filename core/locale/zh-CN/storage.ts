import type { storage as en } from '../en/storage';
import type { Translated } from '../translated';

export const storage = {} as const satisfies Translated<typeof en>;
