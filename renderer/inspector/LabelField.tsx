import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { relabelTo } from '../session/annotate';
import { useSession } from '../state';

/** The label; one that the schema lacks is shown by its id. */
export function LabelField({ annotation }: { annotation: Annotation }) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const known = labels.some((label) => label.id === annotation.label);
  return (
    <label className="field" data-field="label">
      {t('inspector.label')}
      <select value={annotation.label} onChange={(event) => relabelTo(annotation.id, event.target.value)}>
        {!known && <option value={annotation.label}>{annotation.label}</option>}
        {labels.map((label) => (
          <option key={label.id} value={label.id}>
            {label.name}
          </option>
        ))}
      </select>
    </label>
  );
}
