import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { closeDialog } from '../session/say';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Narrow for one field, wide for lists, large for what needs the window; beside the text, which stays in sight. */
  readonly width?: 'narrow' | 'wide' | 'large' | 'beside';
  readonly first?: RefObject<HTMLElement | null>;
  readonly onClose?: () => void;
  /** The title is read out but not shown. */
  readonly quiet?: boolean;
}

/** A dialog in the middle of the window: Escape closes it, the focus goes back to where it was. */
export function Modal({
  title,
  children,
  width = 'narrow',
  first,
  onClose = closeDialog,
  quiet = false,
}: Props) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={width === 'beside' ? 'backdrop clear' : 'backdrop'} />
        <Dialog.Popup className={`dialog ${width}`} initialFocus={first}>
          <Dialog.Title className={quiet ? 'visually-hidden' : 'dialog-title'}>{title}</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
