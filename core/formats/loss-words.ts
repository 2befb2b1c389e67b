/** Losses in words, the same in the dialog and on the command line. */
import { losses } from '../locale/en/losses';
import { t } from '../locale/t';
import type { Loss, LossReason } from './format';
import type { LossGroup } from './losses';
import type { ExportCounts } from './report';

const amount = (what: Loss['what'], count: number): string => {
  if (what === 'annotation') return t('common.annotations', { count });
  return what === 'relation' ? t('common.relations', { count }) : t(`export.lost.${what}`, { count });
};

/** `3 relations left out`, `1 annotation changed`. */
export const lossTitle = ({ what, fate, count }: Pick<LossGroup, 'what' | 'fate' | 'count'>): string =>
  t(`export.lost.${fate}`, { what: amount(what, count) });

const keys = new Map(Object.entries(losses).map(([key, text]) => [text, key as keyof typeof losses]));

/** REASON, which is English wherever it is written to a file, in the language of the window. */
export function lossReason(reason: LossReason): string {
  const key = keys.get(reason);
  return key === undefined ? reason : t(`losses.${key}`);
}

/** `5 annotations in 2 documents`, with the relations when there are any. */
export function countsInWords({ documents, annotations, relations }: ExportCounts): string {
  const counts = {
    annotations: t('common.annotations', { count: annotations }),
    documents: t('common.documents', { count: documents }),
  };
  return relations === 0
    ? t('export.counts', counts)
    : t('export.counts-linked', { ...counts, relations: t('common.relations', { count: relations }) });
}
