/** When the disk is away: what is not saved goes to a safe place, and waking up looks whether the project is there. */
import { t } from '../../core/locale/t';
import { call, on } from '../api';
import { get } from '../state';
import { allSaved, flush } from './saving';
import { say } from './say';

/** Asks where to, and writes all that is not saved there, in a folder of its own. What is unsaved stays unsaved. */
export async function saveElsewhere(): Promise<void> {
  const { project } = get();
  if (!project) return say(t('desktop.open-first'));
  if (allSaved()) return say(t('desktop.all-saved'));
  const name = project.name.replace(/[\\/:*?"<>|]/g, '-').slice(0, 120);
  const chosen = await call('export.choose', { suggested: t('desktop.rescue-name', { name }) });
  if (!chosen.ok) return say(chosen.failure.message);
  if (chosen.value === null) return;
  const written = await call('project.rescue', { file: chosen.value });
  if (written.ok) say(t('desktop.rescued', { folder: chosen.value }));
  else if (written.failure.code === 'exists') say(t('desktop.rescue-exists', { folder: chosen.value }));
  else say(t('desktop.rescue-failed', { folder: chosen.value, reason: written.failure.message }));
}

/** After a sleep a disk may have gone, or come back. */
export function followSleep(): void {
  on('system.resumed', ({ isAway }) => {
    if (isAway) say(t('desktop.away', { folder: get().project?.folder ?? '' }));
    void flush();
  });
}
