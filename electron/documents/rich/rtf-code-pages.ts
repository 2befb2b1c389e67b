/** In which encoding the bytes of an RTF text are: by its code page, or by the character set of a font. */
import { decodeWindows1252 } from '../single-byte';

const pages: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** Fonts’ character sets as code pages (LOGFONT, lfCharSet). */
const charsets: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Null where the font leaves it to the document. */
export const pageOfCharset = (charset: number): number | null => charsets[charset] ?? null;

const decoders = new Map<number, (bytes: Uint8Array) => string>();

function decoderOf(page: number): (bytes: Uint8Array) => string {
  const label = pages[page] ?? (page >= 1250 && page <= 1258 && page !== 1252 ? `windows-${page}` : null);
  if (label === null) return decodeWindows1252;
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    // This platform does not know it: Western letters are the likeliest.
    return decodeWindows1252;
  }
}

export function decodePage(bytes: Uint8Array, page: number): string {
  const decode = decoders.get(page) ?? decoderOf(page);
  decoders.set(page, decode);
  return decode(bytes);
}
