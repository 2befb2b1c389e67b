import type { schema as en } from '../en/schema';
import type { Translated } from '../translated';

export const schema = {} as const satisfies Translated<typeof en>;
