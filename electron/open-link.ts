/** Opens an address of a document in the system's browser, after the person has seen where it leads. */
import { type BrowserWindow, dialog, shell } from 'electron';
import { fail, ok, type Result } from '../core/failure';
import { safeAddress } from './address';

/** The question is asked here and not by the page, which a hostile document might have taken over. */
export async function openLink(window: BrowserWindow | undefined, address: string): Promise<Result<boolean>> {
  const safe = safeAddress(address);
  if (safe === null)
    return fail(
      'not-opened',
      `The link leads to “${address.slice(0, 200)}”. Postil opens web and mail addresses only; nothing was opened.`,
    );
  const options = {
    type: 'question' as const,
    title: 'Open a link',
    message: 'Open this link outside of Postil?',
    detail: safe.length > 600 ? `${safe.slice(0, 600)}…` : safe,
    buttons: ['Cancel', 'Open'],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  };
  const { response } = window
    ? await dialog.showMessageBox(window, options)
    : await dialog.showMessageBox(options);
  if (response !== 1) return ok(false);
  await shell.openExternal(safe);
  return ok(true);
}
