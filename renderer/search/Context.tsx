import type { QuotedSpan } from '../../core/model';
import { contextOf } from '../../core/passages';

/** A match may be as long as a text; a row shows this much of it. */
const SHOWN = 400;

/** A match between its neighbours; ALIGNED: all matches of a list begin below each other. */
export function Context({ span, aligned }: { span: QuotedSpan; aligned: boolean }) {
  const { before, after } = contextOf(span);
  return (
    <span className={aligned ? 'context aligned' : 'context'} dir="auto">
      <span className="before">
        <bdi>{before}</bdi>
      </span>
      <span className="after">
        <mark>{span.exact.slice(0, SHOWN)}</mark>
        {after}
      </span>
    </span>
  );
}
