/** Links of the text: they lead out of the app only when the person says so twice. */
import { t } from '../../core/locale/t';
import { linkAt } from '../../core/rich-lines';
import { call } from '../api';
import { get } from '../state';
import { say } from './say';

/** Opens the link at the caret, or the one that ends there. */
export function openLinkAtCaret(): void {
  openLinkAt(get().selection.focus);
}

/** Asks, with the address, whether the link at OFFSET should be opened. */
export function openLinkAt(offset: number): void {
  const { document } = get();
  if (!document) return;
  const { rich } = document;
  const address = rich && (linkAt(rich, offset) ?? linkAt(rich, offset - 1));
  if (!address) say(t('annotate.no-link'));
  else void open(address);
}

async function open(address: string): Promise<void> {
  const answer = await call('link.open', { address: address.slice(0, 8_000) });
  if (!answer.ok) say(answer.failure.message);
}
