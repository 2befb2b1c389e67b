/** Books as EPUB: their chapters in reading order, each read as the page of HTML that it is. Projection epub/1. */
import { parse } from 'parse5';
import { RichBuilder } from '../../../core/rich-builder';
import { onePart } from './archive';
import { dataImage } from './data-image';
import { imagePath, openBook, showsSomething, titleOf } from './epub-parts';
import { writeHtml } from './html-blocks';
import { attribute, type Element, wordsIn } from './html-tree';
import { imageOf } from './image-type';
import type { ReadImage, ReadRich } from './read';
import { asHtml } from './xhtml';

/** An image as `data:` is its own id, so it must be small; large ones are files of the book. */
const MOST_DATA = 200_000;
const isData = (src: string) => /^\s*data:/i.test(src);

export const read: ReadRich = ({ bytes }) => {
  const book = openBook(bytes);
  const out = new RichBuilder();
  let isFirst = true;
  for (const { path, title, isContents } of book.chapters) {
    const source = book.archive.text(path);
    if (source === null) {
      out.omit('missing-chapters', path);
      continue;
    }
    const page = parse(asHtml(source));
    if (isContents) {
      out.omit('contents', wordsIn(page));
      continue;
    }
    if (!isFirst && showsSomething(page)) {
      out.block('break', { label: title ?? titleOf(page) });
      out.end();
    }
    isFirst &&= !showsSomething(page);
    writeHtml(page, out, (element: Element) => {
      const src = attribute(element, 'src') ?? '';
      if (isData(src)) return src.length > MOST_DATA ? null : src;
      return imagePath(book, path, src);
    });
  }
  return { ...out.finish(), encoding: 'EPUB', guessed: false };
};

export const image: ReadImage = ({ bytes }, id) => (isData(id) ? dataImage(id) : imageOf(onePart(bytes, id)));
