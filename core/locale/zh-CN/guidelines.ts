import type { guidelines as en } from '../en/guidelines';
import type { Translated } from '../translated';

export const guidelines = {} as const satisfies Translated<typeof en>;
