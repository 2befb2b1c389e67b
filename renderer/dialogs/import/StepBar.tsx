import { t } from '../../../core/locale/t';

export type Step = readonly [doing: string, at: number, of: number];

/** How far it is; null before anything is known. */
export function StepBar({ step }: { readonly step: Step | null }) {
  const [doing, at, of] = step ?? [t('common.is-reading'), 0, 0];
  return (
    <div className="outcome">
      <p role="status" aria-label={t('import.progress')}>
        {of > 1 ? t('import.progress-of', { doing, at, of }) : t('import.progress-on', { doing })}
      </p>
      <progress aria-label={doing} value={of > 1 ? at : undefined} max={of > 1 ? of : undefined} />
    </div>
  );
}
