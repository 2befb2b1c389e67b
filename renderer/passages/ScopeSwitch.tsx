import { useSession } from '../state';
import { showList } from './read';

const scopes = [
  ['document', 'This document'],
  ['project', 'Whole project'],
] as const;

/** Whose annotations are listed: this document's, or the whole project's. */
export function ScopeSwitch() {
  const scope = useSession((state) => state.list.scope);
  return (
    <fieldset className="switch" aria-label="Annotations of">
      {scopes.map(([value, name]) => (
        <button
          key={value}
          type="button"
          title={name}
          aria-pressed={scope === value}
          onClick={() => showList({ scope: value })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
