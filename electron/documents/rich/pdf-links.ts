/** Which characters of a piece of a PDF’s text lie under its links: a PDF says only where on the page a link is. */

export interface PageLink {
  readonly url: string;
  /** In PDF points: left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
}

/** Characters of a text that lead somewhere. */
export interface LinkedRun {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** About how wide CHARACTER is beside others; the font itself is not looked at. */
function weight(character: string): number {
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffe0]/.test(character)) return 2;
  if (/[iljtfrI.,:;'’|!()[\]\s-]/.test(character)) return 0.6;
  if (/[mwMW—]/.test(character)) return 1.6;
  return /\p{Lu}/u.test(character) ? 1.3 : 1;
}

interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** The words of PIECE whose middle lies under one of LINKS; neighbours that lead to the same place are one run. */
export function linkedRuns({ text, x, y, width, size }: Placed, links: readonly PageLink[]): LinkedRun[] {
  const here = links.filter(({ rect: [left, bottom, right, top] }) => {
    const middle = y + 0.25 * size;
    return bottom <= middle && middle <= top && left < x + width && x < right;
  });
  if (here.length === 0) return [];
  const places = [0];
  for (const character of text) {
    const at = places.at(-1) as number;
    // Both halves of a pair stand where the character does.
    for (let unit = 1; unit < character.length; unit++) places.push(at);
    places.push(at + weight(character));
  }
  const scale = width / Math.max(places.at(-1) as number, 0.1);
  const runs: LinkedRun[] = [];
  for (const { 0: word, index: start } of text.matchAll(/\S+/g)) {
    const end = start + word.length;
    const middle = x + (scale * ((places[start] as number) + (places[end] as number))) / 2;
    const link = here.find(({ rect: [left, , right] }) => left <= middle && middle <= right);
    if (!link) continue;
    const last = runs.at(-1);
    if (last?.url === link.url && text.slice(last.end, start).trim() === '')
      runs[runs.length - 1] = { ...last, end };
    else runs.push({ start, end, url: link.url });
  }
  // Where a link ends inside a piece is a guess; the sign that ends the sentence around it is hardly ever of it.
  return runs.map((run) => ({ ...run, end: run.end - endSigns(text.slice(run.start, run.end)) }));
}

const endSigns = (words: string) => (/[.,;:]+$/.exec(words)?.[0].length ?? 0) % words.length;
