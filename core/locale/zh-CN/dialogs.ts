import type { dialogs as en } from '../en/dialogs';
import type { Translated } from '../translated';

export const dialogs = {} as const satisfies Translated<typeof en>;
