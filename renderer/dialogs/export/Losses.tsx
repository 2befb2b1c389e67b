import { lossReason, lossTitle } from '../../../core/formats/loss-words';
import type { LossGroup } from '../../../core/formats/losses';
import type { ExportReport } from '../../../core/formats/report';
import { t } from '../../../core/locale/t';

/** What a report says is not, or not wholly, in the output. */
export function Losses({ report }: { readonly report: ExportReport }) {
  const { losses, refused, suggestions } = report;
  return (
    <>
      {suggestions > 0 && <p className="muted">{t('export.left-out-suggestions', { count: suggestions })}</p>}
      {losses.map((group) => (
        <LossRow key={`${group.what} ${group.fate} ${group.reason}`} group={group} />
      ))}
      {refused.length > 0 && (
        <details open={losses.length === 0}>
          <summary>
            <strong>{t('export.not-read-title', { count: refused.length })}</strong>
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
        <strong>{lossTitle(group)}</strong> <span>{lossReason(reason)}</span>
      </summary>
      <ul>
        {examples.map(({ path, words }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice, and nothing moves
          <li key={n}>
            {words} {path && <span className="muted">{path}</span>}
          </li>
        ))}
        {count > examples.length && (
          <li className="muted">{t('export.more-losses', { more: count - examples.length })}</li>
        )}
      </ul>
    </details>
  );
}
