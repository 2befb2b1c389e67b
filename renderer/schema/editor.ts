/** What the parts of the schema editor share. */
import { createContext, useContext } from 'react';
import type { Schema } from '../../core/model';
import type { UsageRow } from '../../core/views';
import type { Wish } from './use';

export interface Editor {
  readonly schema: Schema;
  /** Carries WISH out, or asks first. Returns the reason when it is refused. */
  readonly propose: (wish: Wish) => string | null;
  /** In which documents a row is used, by `label/<id>`, `answer/<id>`, `relation/<id>`, `field/<id>`; null while it is counted. */
  readonly usage: ReadonlyMap<string, readonly UsageRow[]> | null;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('outside of the schema editor');
  return editor;
}
