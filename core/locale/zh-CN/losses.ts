import type { losses as en } from '../en/losses';
import type { Translated } from '../translated';

export const losses = {} as const satisfies Translated<typeof en>;
