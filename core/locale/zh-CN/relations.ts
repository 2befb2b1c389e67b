import type { relations as en } from '../en/relations';
import type { Translated } from '../translated';

export const relations = {} as const satisfies Translated<typeof en>;
