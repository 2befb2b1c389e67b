import { t } from '../../../core/locale/t';

interface Props {
  readonly what: 'labels' | 'status' | 'annotators';
  readonly all: readonly { readonly id: string; readonly name: string }[];
  /** Ids; null is all. */
  readonly chosen: readonly string[] | null;
  readonly onChange: (chosen: readonly string[] | null) => void;
}

/** Check boxes that begin as all checked; all checked again is no filter. */
export function Checks({ what, all, chosen, onChange }: Props) {
  if (all.length === 0) return null;
  const isOn = (id: string) => chosen === null || chosen.includes(id);
  const toggle = (id: string) => {
    const next = all.filter((it) => (it.id === id ? !isOn(id) : isOn(it.id))).map((it) => it.id);
    onChange(next.length === all.length ? null : next);
  };
  return (
    <fieldset>
      <legend>
        {t(`export.${what}`)}{' '}
        <button
          type="button"
          className="link"
          aria-label={t(`export.${what}.${chosen === null ? 'none' : 'all'}`)}
          onClick={() => onChange(chosen === null ? [] : null)}
        >
          {t(chosen === null ? 'export.none' : 'export.all')}
        </button>
      </legend>
      <div className="export-check-list">
        {all.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type="checkbox" checked={isOn(id)} onChange={() => toggle(id)} />
            <span className="clip">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
