import { ChevronDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { isSuggestion, suggestionsWith } from '../../core/edit-suggestions';
import { capsOf } from '../../core/key-caps';
import { t } from '../../core/locale/t';
import { runCommand } from '../commands';
import { useTable } from '../keys/table';
import { usePainted } from '../parts/after-paint';
import { useSession } from '../state';

/** Above the list while suggestions wait in the open document: how many are left, and what to do with them. */
export function SuggestionBar() {
  const document = usePainted((state) => state.document);
  const atOne = usePainted(({ document, picked }) => {
    const it = picked === null ? undefined : document?.annotations.get(picked);
    return it !== undefined && isSuggestion(it);
  });
  const left = document?.loaded ? suggestionsWith(document.annotations.inOrder(), null).length : 0;
  const all = useMost(document?.path, left);
  if (left === 0) return null;
  return (
    <section className="suggestion-bar" aria-label={t('suggestions.title')}>
      <p role="status" aria-label={t('suggestions.left')}>
        {left === all
          ? t('suggestions.suggested', { total: left })
          : t('suggestions.left-of', { left, total: all })}
      </p>
      <Act command="suggestion.next" name={t('suggestions.next')} only={<ChevronDown size={16} />} />
      <span className="grow" />
      <span className="suggestion-acts">
        <Act
          command={atOne ? 'suggestion.accept' : 'suggestion.accept-all'}
          name={t(atOne ? 'suggestions.accept' : 'suggestions.accept-all')}
        />
        <Act
          command={atOne ? 'suggestion.reject' : 'suggestion.reject-all'}
          name={t(atOne ? 'suggestions.reject' : 'suggestions.reject-all')}
        />
      </span>
    </section>
  );
}

/** The most that there were in the document since it was opened: of so many is left. */
function useMost(path: string | undefined, left: number): number {
  const most = useRef({ path, count: left });
  if (most.current.path !== path || left > most.current.count) most.current = { path, count: left };
  return most.current.count;
}

interface ActProps {
  readonly command: string;
  readonly name: string;
  /** Shown instead of the name. */
  readonly only?: ReactNode;
}

/** A command as a button that names its key and leaves the focus where it is. */
function Act({ command, name, only }: ActProps) {
  const keys = useTable().find((row) => row.id === command)?.keys[0];
  const isMac = useSession((state) => state.info?.platform === 'darwin');
  const title = keys ? `${name} (${capsOf(keys, isMac).join('+')})` : name;
  return (
    <button
      type="button"
      className={only ? 'icon-button' : 'button small'}
      aria-label={only ? name : undefined}
      title={title}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => runCommand(command)}
    >
      {only ?? name}
    </button>
  );
}
