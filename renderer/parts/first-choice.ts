/** Enter takes the first choice where the list has not marked one yet: quick hands press it before that. */
import type { KeyboardEvent } from 'react';

export function enterTakesFirst(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const list = event.currentTarget;
  if (list.querySelector('[cmdk-item][data-selected="true"]')) return;
  const first = list.querySelector<HTMLElement>('[cmdk-item]');
  if (!first) return;
  event.preventDefault();
  first.click();
}
