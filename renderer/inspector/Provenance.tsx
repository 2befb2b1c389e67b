import { SUGGESTION } from '../../core/edit-suggestions';
import { time } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { Annotation } from '../../core/model';
import { useSession } from '../state';

const when = (at: string) => time(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });

const originOf = (origin: string) =>
  origin === 'manual'
    ? t('inspector.by-hand')
    : origin.startsWith('import:')
      ? t('inspector.imported', { source: origin.slice(7) })
      : origin.startsWith(SUGGESTION)
        ? t('inspector.suggested', { source: origin.slice(SUGGESTION.length) })
        : origin;

/** Who, when, how, and where in the text. */
export function Provenance({ annotation }: { annotation: Annotation }) {
  const annotator = useSession((state) => state.info?.annotator?.name) ?? t('inspector.you');
  const { createdAt, updatedAt, origin, spans } = annotation;
  return (
    <dl className="provenance" aria-label={t('inspector.provenance')}>
      <dt>{t('inspector.made')}</dt>
      <dd>{t('inspector.made-how', { origin: originOf(origin), annotator, time: when(createdAt) })}</dd>
      {updatedAt !== createdAt && (
        <>
          <dt>{t('inspector.changed')}</dt>
          <dd>{when(updatedAt)}</dd>
        </>
      )}
      <dt title={t('inspector.units-hint')}>{t('inspector.units')}</dt>
      <dd>{spans.map(({ start, end }) => `${start}–${end}`).join(', ')}</dd>
    </dl>
  );
}
