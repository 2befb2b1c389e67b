import type { suggestions as en } from '../en/suggestions';
import type { Translated } from '../translated';

export const suggestions = {} as const satisfies Translated<typeof en>;
