/** A folder or file dropped anywhere on the window is opened; what only an import can take is offered for one. */
import { call, pathForFile } from './api';
import { openProject } from './session/project';
import { openDialog } from './session/say';
import { get } from './state';

async function take(paths: readonly string[]): Promise<void> {
  const [first] = paths;
  if (!first) return;
  const offer = get().project ? await call('import.offer', { paths: [...paths] }) : null;
  if (offer?.ok && offer.value === 'nothing') return;
  if (offer?.ok && offer.value === 'import') openDialog({ kind: 'import', paths });
  else await openProject(first);
}

export function acceptDrops(): void {
  const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (files(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    void take(dropped.map(pathForFile).filter((path) => path !== ''));
  });
}
