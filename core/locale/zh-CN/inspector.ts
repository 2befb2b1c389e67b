import type { inspector as en } from '../en/inspector';
import type { Translated } from '../translated';

export const inspector = {} as const satisfies Translated<typeof en>;
