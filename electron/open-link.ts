/** Opens an address of a document in the system's browser, after the person has seen where it leads. */

import { type BrowserWindow, dialog, shell } from 'electron';
import { fail, ok, type Result } from '../core/failure';
import { t } from '../core/locale/t';
import { safeAddress } from './address';

/** The question is asked here and not by the page, which a hostile document might have taken over. */
export async function openLink(window: BrowserWindow | undefined, address: string): Promise<Result<boolean>> {
  const safe = safeAddress(address);
  if (safe === null) return fail('not-opened', t('dialogs.link-refused', { address: address.slice(0, 200) }));
  const options = {
    type: 'question' as const,
    title: t('dialogs.link-title'),
    message: t('dialogs.link-ask'),
    detail: safe.length > 600 ? `${safe.slice(0, 600)}…` : safe,
    buttons: [t('common.cancel'), t('dialogs.link-open')],
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
