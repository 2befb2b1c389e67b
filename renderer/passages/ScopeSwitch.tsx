import { t } from '../../core/locale/t';
import { useSession } from '../state';
import { showList } from './read';

const scopes = [
  ['document', 'passages.this-document'],
  ['project', 'passages.whole-project'],
] as const;

/** Whose annotations are listed: this document's, or the whole project's. */
export function ScopeSwitch() {
  const scope = useSession((state) => state.list.scope);
  return (
    <fieldset className="switch" aria-label={t('passages.scope')}>
      {scopes.map(([value, key]) => (
        <button
          key={value}
          type="button"
          title={t(key)}
          aria-pressed={scope === value}
          onClick={() => showList({ scope: value })}
        >
          {t(key)}
        </button>
      ))}
    </fieldset>
  );
}
