/** A workbook being written: sheets that grow side by side, packed at once, so that no sheet is held as a whole. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { bookFiles, rowXml, sheetHead, sheetTail } from './sheet';
import type { Row } from './table';

export interface GrowingSheet {
  readonly add: (cells: Row, style?: (column: number) => number) => void;
}

export interface Workbook {
  /** Begins a sheet; when it is full, what comes goes to a further one called `<name> 2`. */
  readonly sheet: (name: string, head: readonly string[]) => GrowingSheet;
  /** The bytes that are ready. Those of the first sheet come at once, those of others when the ones before them end. */
  readonly taken: () => Uint8Array[];
  /** Ends all sheets and the file. COLOURS as in bookFiles. */
  readonly end: (colours: readonly string[]) => Uint8Array[];
}

/** About how many UTF-16 units are packed at once. */
const STEP = 1 << 16;
/** The same in every workbook, so that the same input gives the same bytes. */
const mtime = new Date(1980, 0, 1);

/** ROWS is how many rows a sheet has room for, its header included. */
export function newWorkbook(rows: number): Workbook {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const file = (path: string) => {
    const stream = new ZipDeflate(path, { level: 6 });
    stream.mtime = mtime;
    zip.add(stream);
    return stream;
  };
  const names: string[] = [];
  const open: (() => void)[] = [];

  /** One sheet, without a limit: its rows, how many there are, and its end. */
  const single = (name: string, head: readonly string[]) => {
    names.push(name);
    const stream = file(`xl/worksheets/sheet${names.length}.xml`);
    let [held, count] = [sheetHead(head), 1];
    const flush = (rest: string, isLast: boolean) => {
      stream.push(strToU8(held + rest), isLast);
      held = '';
    };
    return {
      count: () => count,
      add: (cells: Row, style?: (column: number) => number) => {
        held += rowXml(cells, ++count, style);
        if (held.length > STEP) flush('', false);
      },
      end: () => flush(sheetTail(head, count), true),
    };
  };

  const taken = () => {
    const chunks = ready;
    ready = [];
    return chunks;
  };
  return {
    sheet(name, head) {
      let [current, n] = [single(name, head), 1];
      open.push(() => current.end());
      return {
        add(cells, style) {
          if (current.count() === rows) {
            current.end();
            current = single(`${name} ${++n}`, head);
          }
          current.add(cells, style);
        },
      };
    },
    taken,
    end(colours) {
      for (const end of open) end();
      for (const [path, text] of bookFiles(names, colours)) file(path).push(strToU8(text), true);
      zip.end();
      return taken();
    },
  };
}
