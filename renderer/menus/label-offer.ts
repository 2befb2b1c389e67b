/** What can be done with a label, for the menu of its chip. */
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
    name: `Label ${label.name}`,
    choices: [
      { title: 'Next annotation with this label', run: () => seekLabel(id) },
      { title: 'All passages of this label', command: 'passages.label', run: () => showPassagesOf(id) },
      {
        title: isOnly ? 'Show all labels in the list' : 'Show only this label in the list',
        run: () => showList({ label: isOnly ? '' : id }),
      },
      ...(suggestedCount(id) > 0
        ? [
            {
              title: 'Accept all suggestions with it',
              starts: true,
              run: () => settleAll('accept', id),
            },
            { title: 'Reject all suggestions with it', run: () => settleAll('reject', id) },
          ]
        : []),
      {
        title: isSticky ? 'End the sticky label' : 'Sticky: every selection gets it',
        starts: true,
        run: () => {
          set({ sticky: isSticky ? null : id });
          applySticky();
        },
      },
      {
        title: 'Change label…',
        starts: true,
        run: () => openDialog({ kind: 'edit-label', label: id }),
      },
      { title: 'Show in the schema…', run: () => openDialog({ kind: 'schema', label: id }) },
    ],
  };
}
