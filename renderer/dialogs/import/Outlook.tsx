import type { ImportReport } from '../../../core/exchange/report';
import { gainLines, isEmptyImport, lossLines } from '../../../core/exchange/report-words';
import type { ImportProblem } from '../../../core/formats/imported';
import { t } from '../../../core/locale/t';
import { StepBar } from './StepBar';
import type { Plan } from './use-plan';

interface Props {
  readonly plan: Plan;
  /** Of the reading, for as long as there is no plan. */
  readonly problems: readonly ImportProblem[];
}

/** What would come in and what would not, before anything is changed. */
export function Outlook({ plan: { result, isCurrent, step }, problems }: Props) {
  return (
    <section className="dialog-outlook" aria-label={t('import.outcome')} aria-busy={!isCurrent}>
      {!result && (step ? <StepBar step={step} /> : <p className="muted">{t('import.comparing')}</p>)}
      {!result && <Problems problems={problems} count={problems.length} />}
      {result && !result.ok && <p className="error">{result.failure.message}</p>}
      {result?.ok && <ReportView report={result.value} />}
    </section>
  );
}

/** A report in lines: what comes in, what does not, and each problem. */
export function ReportView({ report }: { readonly report: ImportReport }) {
  const lost = lossLines(report);
  return (
    <>
      {isEmptyImport(report) && <p>{t('import.nothing-new')}</p>}
      {gainLines(report).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {lost.length > 0 && (
        <div className="import-lost">
          <p>
            <strong>{t('import.lost')}</strong>
          </p>
          {lost.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <Problems problems={report.problems} count={report.problemCount} />
    </>
  );
}

/** So many are shown; the copied report has more. */
const MOST = 100;

function Problems({
  problems,
  count,
}: {
  readonly problems: readonly ImportProblem[];
  readonly count: number;
}) {
  if (count === 0) return null;
  return (
    <details open={count <= 3}>
      <summary>
        <strong>{t('import.problems', { count })}</strong>
      </summary>
      <ul>
        {problems.slice(0, MOST).map(({ where, reason }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may stand twice, and nothing moves
          <li key={n}>{t('import.problem', { where, reason })}</li>
        ))}
        {count > MOST && <li className="muted">{t('common.and-more', { more: count - MOST })}</li>}
      </ul>
    </details>
  );
}
