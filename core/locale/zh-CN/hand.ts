import type { hand as en } from '../en/hand';
import type { Translated } from '../translated';

export const hand = {} as const satisfies Translated<typeof en>;
