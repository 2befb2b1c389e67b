/** What can be done with a label, for the menu of its chip. */
import { t } from '../../core/locale/t';
import { seekLabel } from '../hand/hand';
import type { Offer } from '../parts/ContextMenu';
import { showPassagesOf } from '../passages/act';
import { showList } from '../passages/read';
import { openDialog } from '../session/say';
import { applySticky } from '../session/selection';
import { get, set } from '../state';
import { settleAll, suggestedCount } from '../suggestions/settle';

export function labelOffer(id: string): Offer | null {
  const { project, sticky, list } = get();
  const label = project?.schema.labels.find((it) => it.id === id);
  if (!label) return null;
  const isSticky = sticky === id;
  const isOnly = list.label === id;
  return {
    name: t('labels.menu', { name: label.name }),
    choices: [
      { title: t('labels.next-with'), run: () => seekLabel(id) },
      { title: t('labels.passages-of'), command: 'passages.label', run: () => showPassagesOf(id) },
      {
        title: t(isOnly ? 'labels.show-all' : 'labels.show-only'),
        run: () => showList({ label: isOnly ? '' : id }),
      },
      ...(suggestedCount(id) > 0
        ? [
            {
              title: t('labels.accept-with'),
              starts: true,
              run: () => settleAll('accept', id),
            },
            { title: t('labels.reject-with'), run: () => settleAll('reject', id) },
          ]
        : []),
      {
        title: t(isSticky ? 'labels.end-sticky' : 'labels.make-sticky'),
        starts: true,
        run: () => {
          set({ sticky: isSticky ? null : id });
          applySticky();
        },
      },
      {
        title: t('labels.change'),
        starts: true,
        run: () => openDialog({ kind: 'edit-label', label: id }),
      },
      { title: t('labels.in-schema'), run: () => openDialog({ kind: 'schema', label: id }) },
    ],
  };
}
