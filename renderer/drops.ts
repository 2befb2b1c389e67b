/** A folder or file dropped anywhere on the window is opened; what only an import can take is offered for one. */
import { t } from '../core/locale/t';
import { call, pathForFile } from './api';
import { openProject } from './session/project';
import { closeDialog, openDialog, say } from './session/say';
import { get, set } from './state';

async function take(paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (!first) return;
  const offer = get().project ? await call('import.offer', { paths: [...paths] }) : null;
  if (offer?.ok && offer.value === 'nothing') return;
  if (offer?.ok && offer.value === 'import') openDialog({ kind: 'import', paths });
  else {
    // What a dialog asks is about the project that was open.
    closeDialog();
    await openProject(first);
    if (paths.length > 1) say(t('desktop.drop-first'));
  }
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Over panels, dialogs and the welcome screen alike: nobody should have to aim. */
export function acceptDrops(): void {
  window.addEventListener('dragenter', (event) => {
    if (holdsFiles(event) && !get().dropping) set({ dropping: true });
  });
  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    if (!get().dropping) set({ dropping: true });
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  window.addEventListener('dragleave', (event) => {
    // From one element to another it has a target; out of the window, none.
    if (event.relatedTarget === null) set({ dropping: false });
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    set({ dropping: false });
    const dropped = [...(event.dataTransfer?.files ?? [])];
    void take(dropped.map(pathForFile).filter((path) => path !== ''));
  });
}
