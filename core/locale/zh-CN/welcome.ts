import type { welcome as en } from '../en/welcome';
import type { Translated } from '../translated';

export const welcome = {} as const satisfies Translated<typeof en>;
