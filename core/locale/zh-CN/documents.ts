import type { documents as en } from '../en/documents';
import type { Translated } from '../translated';

export const documents = {} as const satisfies Translated<typeof en>;
