import type { annotations as en } from '../en/annotations';
import type { Translated } from '../translated';

export const annotations = {} as const satisfies Translated<typeof en>;
