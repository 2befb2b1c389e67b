import type { FormatDescription } from '../../../core/formats/format';
import { countsInWords, lossTitle } from '../../../core/formats/loss-words';
import { t } from '../../../core/locale/t';
import { Losses } from './Losses';
import type { Outlook } from './use-outlook';

interface Props {
  readonly outlook: Outlook;
  readonly description: FormatDescription;
}

/** What will be written and what will be lost, before anything is written. */
export function OutlookBox({ outlook: { preview, page }, description }: Props) {
  return (
    <>
      <section className="dialog-outlook" aria-label={t('export.outcome')}>
        <Counts page={page} />
      </section>
      {preview && !preview.ok && <p className="error">{preview.failure.message}</p>}
      {preview?.ok && (
        <div>
          <p className="export-caption">
            {preview.value.name ? t('export.head-of', { name: preview.value.name }) : t('export.head')}
          </p>
          {preview.value.head === null ? (
            <p className="muted">{t('export.no-text', { format: t(description.name) })}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
            <section className="preview" aria-label={t('export.preview')} tabIndex={0}>
              <pre>{preview.value.head}</pre>
            </section>
          )}
        </div>
      )}
    </>
  );
}

/** The losses in one line that is always in sight. */
export function LossLine({ page }: { readonly page: Outlook['page'] }) {
  const report = page?.ok ? page.value.report : null;
  if (!report) return null;
  const isWhole = report.losses.length === 0 && report.refused.length === 0;
  if (isWhole) return <p className="muted">{t('export.nothing-lost')}</p>;
  const refused = report.refused.length > 0 ? [t('export.not-read', { count: report.refused.length })] : [];
  return <p className="export-loss">{[...report.losses.map(lossTitle), ...refused].join(' · ')}</p>;
}

function Counts({ page }: { readonly page: Outlook['page'] }) {
  if (!page) return <p className="muted">{t('export.reading')}</p>;
  if (!page.ok) return <p className="error">{page.failure.message}</p>;
  const { report, seen, total } = page.value;
  if (!report) {
    return (
      <div className="outcome">
        <p>{t('export.documents-read', { seen, total })}</p>
        <progress aria-label={t('common.is-reading')} value={seen} max={Math.max(1, total)} />
      </div>
    );
  }
  return (
    <>
      <p>{t('export.holds', { counts: countsInWords(report) })}</p>
      <Losses report={report} />
    </>
  );
}
