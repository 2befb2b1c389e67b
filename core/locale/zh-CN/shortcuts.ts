import type { shortcuts as en } from '../en/shortcuts';
import type { Translated } from '../translated';

export const shortcuts = {} as const satisfies Translated<typeof en>;
