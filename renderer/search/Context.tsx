import type { QuotedSpan } from '../../core/model';

/** A match may be as long as a text; a row shows this much of it. */
const SHOWN = 400;

const ends = /[\r\n]/;

/** The words before and after a match, of the same line. */
const before = ({ prefix }: QuotedSpan) => prefix.slice(prefix.search(/[^\r\n]*$/));
const after = ({ suffix }: QuotedSpan) => suffix.split(ends)[0] ?? '';

/** A match between its neighbours; ALIGNED: all matches of a list begin below each other. */
export function Context({ span, aligned }: { span: QuotedSpan; aligned: boolean }) {
  return (
    <span className={aligned ? 'context aligned' : 'context'} dir="auto">
      <span className="before">
        <bdi>{before(span)}</bdi>
      </span>
      <span className="after">
        <mark>{span.exact.slice(0, SHOWN)}</mark>
        {after(span)}
      </span>
    </span>
  );
}
