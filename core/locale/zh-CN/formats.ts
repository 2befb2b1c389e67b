import type { formats as en } from '../en/formats';
import type { Translated } from '../translated';

export const formats = {} as const satisfies Translated<typeof en>;
