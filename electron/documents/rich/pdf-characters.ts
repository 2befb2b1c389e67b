/** Characters that programs put into PDFs for others that look alike: nobody finds a word that is written with them. */

/** Radicals that are words of their own (U+2E80 to U+2EF3), which no normal form of Unicode takes back. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '⺟母',
    '⺠民',
    '⻁虎',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
  ]
    .concat(['⻝食', '⻢马', '⻣骨', '⻤鬼', '⻥鱼', '⻦鸟', '⻨麦', '⻩黄', '⻬齐', '⻮齿', '⻰龙', '⻳龟'])
    .concat(['︐，', '︑、', '︒。', '︓：', '︔；', '︕！', '︖？'])
    .map(([from, to]) => [from, to]),
);

/** TEXT with words for the radicals of fonts, upright signs for those of vertical lines, and without NULs. */
export const ordinary = (text: string): string =>
  text
    .replaceAll('\u0000', '')
    .replace(/[\u2f00-\u2fd5]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3\ufe10-\ufe16]/g, (sign) => radicals[sign] ?? sign);

const mirrored: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
};

/** TEXT, which is read from the right, with its brackets turned round when the page gave them as they look. */
export function facingBrackets(text: string): string {
  const found = text.match(/[()[\]{}]/g) ?? [];
  const isTurned =
    found.length > 0 && /[)\]}]/.test(found[0] as string) && /[([{]/.test(found.at(-1) as string);
  return isTurned ? text.replace(/[()[\]{}]/g, (sign) => mirrored[sign] ?? sign) : text;
}
