import type { reading as en } from '../en/reading';
import type { Translated } from '../translated';

export const reading = {} as const satisfies Translated<typeof en>;
