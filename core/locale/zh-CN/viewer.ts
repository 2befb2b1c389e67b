import type { viewer as en } from '../en/viewer';
import type { Translated } from '../translated';

export const viewer = {} as const satisfies Translated<typeof en>;
