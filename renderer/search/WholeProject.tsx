import { t } from '../../core/locale/t';

/** Looks in the whole project, or in this document again. */
export function WholeProject({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button type="button" className="toggle" aria-pressed={on} onClick={() => onChange(!on)}>
      {t('search.whole-project')}
    </button>
  );
}
