import { lossTitle } from '../../../core/formats/loss-words';
import type { LossGroup } from '../../../core/formats/losses';
import type { ExportReport } from '../../../core/formats/report';
import { plural } from '../../search/hit-rows';

/** What a report says is not, or not wholly, in the output. */
export function Losses({ report }: { readonly report: ExportReport }) {
  const { losses, refused, suggestions } = report;
  return (
    <>
      {suggestions > 0 && (
        <p className="muted">
          {plural(suggestions, 'suggestion')} that nobody has accepted {suggestions === 1 ? 'is' : 'are'} left
          out.
        </p>
      )}
      {losses.map((group) => (
        <LossRow key={`${group.what} ${group.fate} ${group.reason}`} group={group} />
      ))}
      {refused.length > 0 && (
        <details open={losses.length === 0}>
          <summary>
            <strong>Not read ({refused.length.toLocaleString()})</strong>
          </summary>
          <ul>
            {refused.map(({ path, reason }) => (
              <li key={`${path} ${reason}`}>
                {path}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function LossRow({ group }: { readonly group: LossGroup }) {
  const { reason, examples, count } = group;
  return (
    <details>
      <summary>
        <strong>{lossTitle(group)}</strong> <span>{reason}</span>
      </summary>
      <ul>
        {examples.map(({ path, words }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and nothing moves
          <li key={n}>
            {words} {path && <span className="muted">{path}</span>}
          </li>
        ))}
        {count > examples.length && (
          <li className="muted">
            … and {(count - examples.length).toLocaleString()} more: the report beside the export names each.
          </li>
        )}
      </ul>
    </details>
  );
}
