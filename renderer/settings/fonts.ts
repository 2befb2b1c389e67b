/** Fonts of this machine, as far as a page may know them: by how wide they are. */

/** Fonts to read in, to be offered where they are installed. */
const known = [
  'Charter',
  'Georgia',
  'Cambria',
  'Constantia',
  'Palatino',
  'Palatino Linotype',
  'Iowan Old Style',
  'Times New Roman',
  'Source Serif 4',
  'Literata',
  'EB Garamond',
  'Gentium Plus',
  'Charis SIL',
  'Noto Serif',
  'DejaVu Serif',
  'Liberation Serif',
  'Segoe UI',
  'Helvetica Neue',
  'Arial',
  'Verdana',
  'Calibri',
  'Inter',
  'Source Sans 3',
  'Atkinson Hyperlegible',
  'Noto Sans',
  'DejaVu Sans',
  'Liberation Sans',
  'Songti SC',
  'PingFang SC',
  'SimSun',
  'Microsoft YaHei',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
];

const SAMPLE = 'Wimmil 0123 ägß 汉字';

/** True when text in FAMILY is of another width than in either font that would stand in for it. */
export function isInstalled(family: string): boolean {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return false;
  const width = (font: string) => {
    pen.font = `40px ${font}`;
    return pen.measureText(SAMPLE).width;
  };
  return ['monospace', 'serif'].some((fallback) => width(`"${family}", ${fallback}`) !== width(fallback));
}

export const installedFonts = (): string[] => known.filter(isInstalled);
