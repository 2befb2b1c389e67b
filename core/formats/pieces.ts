/** Puts short texts together into pieces of a size that files are written in well. */

/** About how long a piece is, in UTF-16 units. */
const SIZE = 1 << 16;

/** TEXTS in the same order and with nothing between them, as fewer and longer ones. */
export function* joined(texts: Iterable<string>): Generator<string> {
  let held: string[] = [];
  let length = 0;
  for (const text of texts) {
    held.push(text);
    length += text.length;
    if (length < SIZE) continue;
    yield held.join('');
    [held, length] = [[], 0];
  }
  if (length > 0) yield held.join('');
}
