/** Writes small PDFs for tests: plain objects, Helvetica, text where it is told to stand. */

export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const literal = (text: string) => text.replace(/[\\()]/g, '\\$&');

/** LINES from (X, Y) downwards. */
export function column(lines: readonly string[], x: number, y: number, size = 10): Placed[] {
  return lines.map((text, i) => ({ text, x, y: y - i * size * 1.2, size }));
}

/** What stands under a rectangle of the first page: the entries of its action (ISO 32000-1, 12.6.4). */
export interface LinkArea {
  readonly rect: readonly [number, number, number, number];
  readonly action: string;
}

/** A PDF of PAGES; an empty page has a drawing and no text. Text is Latin-1. LINKS lie on the first page. */
export function pdf(pages: readonly (readonly Placed[])[], links: readonly LinkArea[] = []): Uint8Array {
  const areas = links.map(
    ({ rect, action }) =>
      `<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /Border [0 0 0] /A << ${action} >> >>`,
  );
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((placed, i) => {
      const stream =
        placed.length === 0
          ? '0 0 100 100 re f'
          : placed
              .map(({ text, x, y, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${literal(text)}) Tj ET`)
              .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >>${i === 0 && links.length > 0 ? ` /Annots [${areas.join(' ')}]` : ''} >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** FILE, made by `pdf`, with a table that says that objects from FIRST on stand a few bytes after where they do. */
export function misplaced(file: Uint8Array, first: number): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const table = text.lastIndexOf('\nxref\n');
  let object = 0;
  const rows = text
    .slice(table)
    .replace(/^\d{10}(?= 00000 n)/gm, (at) =>
      ++object < first ? at : String(Number(at) + 3).padStart(10, '0'),
    );
  return Buffer.from(text.slice(0, table) + rows, 'latin1');
}
