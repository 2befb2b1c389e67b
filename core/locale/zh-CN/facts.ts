import type { facts as en } from '../en/facts';
import type { Translated } from '../translated';

export const facts = {} as const satisfies Translated<typeof en>;
