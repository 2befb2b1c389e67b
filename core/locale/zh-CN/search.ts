import type { search as en } from '../en/search';
import type { Translated } from '../translated';

export const search = {} as const satisfies Translated<typeof en>;
