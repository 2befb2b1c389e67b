import type { templates as en } from '../en/templates';
import type { Translated } from '../translated';

export const templates = {} as const satisfies Translated<typeof en>;
