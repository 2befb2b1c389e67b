import type { commands as en } from '../en/commands';
import type { Translated } from '../translated';

export const commands = {} as const satisfies Translated<typeof en>;
