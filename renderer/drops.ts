/** A folder or file dropped anywhere on the window is opened. */
import { pathForFile } from './api';
import { openProject } from './session/project';

export function acceptDrops(): void {
  const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (files(event)) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    const path = file && pathForFile(file);
    if (path) void openProject(path);
  });
}
