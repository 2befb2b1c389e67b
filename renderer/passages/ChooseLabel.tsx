import { Command } from 'cmdk';
import { useRef } from 'react';
import { t } from '../../core/locale/t';
import { seekLabel } from '../hand/hand';
import { enterTakesFirst } from '../parts/first-choice';
import { LabelItems } from '../parts/LabelItems';
import { Modal } from '../parts/Modal';
import { closeDialog } from '../session/say';
import { useSession } from '../state';
import { showPassagesOf } from './act';

const ways = {
  passages: { title: 'passages.of-a-label', hint: 'passages.of-label-hint', run: showPassagesOf },
  next: { title: 'passages.next-with', hint: 'passages.next-with-hint', run: seekLabel },
} as const;

/** Type a label's name; AIM: its passages are listed, or the next annotation with it is gone to. */
export function ChooseLabel({ aim }: { aim: keyof typeof ways }) {
  const labels = useSession((state) => state.project?.schema.labels) ?? [];
  const field = useRef<HTMLInputElement>(null);
  const { title, hint, run } = ways[aim];
  const choose = (id: string) => {
    closeDialog();
    // The dialog gives the focus back first; then the list or the text takes it.
    requestAnimationFrame(() => run(id));
  };
  return (
    <Modal title={t(title)} first={field} quiet>
      <Command label={t('passages.labels')} className="command" onKeyDown={enterTakesFirst}>
        <Command.Input ref={field} placeholder={t(hint)} />
        <Command.List className="command-list">
          <Command.Empty>{t('passages.no-label')}</Command.Empty>
          <LabelItems labels={labels} onChoose={choose} />
        </Command.List>
      </Command>
    </Modal>
  );
}
