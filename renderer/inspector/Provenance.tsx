import { SUGGESTION } from '../../core/edit-suggestions';
import type { Annotation } from '../../core/model';
import { useSession } from '../state';

const when = (time: string) =>
  new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const originOf = (origin: string) =>
  origin === 'manual'
    ? 'by hand'
    : origin.startsWith('import:')
      ? `imported from ${origin.slice(7)}`
      : origin.startsWith(SUGGESTION)
        ? `suggested by ${origin.slice(SUGGESTION.length)}, not yet accepted`
        : origin;

/** Who, when, how, and where in the text. */
export function Provenance({ annotation }: { annotation: Annotation }) {
  const annotator = useSession((state) => state.info?.annotator?.name) ?? 'you';
  const { createdAt, updatedAt, origin, spans } = annotation;
  return (
    <dl className="provenance" aria-label="Provenance">
      <dt>Made</dt>
      <dd>
        {originOf(origin)}, {annotator}, {when(createdAt)}
      </dd>
      {updatedAt !== createdAt && (
        <>
          <dt>Changed</dt>
          <dd>{when(updatedAt)}</dd>
        </>
      )}
      <dt title="As in the files; an export counts code points unless told otherwise">UTF-16 units</dt>
      <dd>{spans.map(({ start, end }) => `${start}–${end}`).join(', ')}</dd>
    </dl>
  );
}
