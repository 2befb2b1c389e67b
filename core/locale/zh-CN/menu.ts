import type { menu as en } from '../en/menu';
import type { Translated } from '../translated';

export const menu = {} as const satisfies Translated<typeof en>;
