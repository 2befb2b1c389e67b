/** XHTML for a parser of HTML, which takes `<title/>` for the beginning of a title without end. */

/** Elements that never have an end in HTML. */
const voids = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** The opening tag of an element that is empty: its attributes hold no `<`, their values no quote of their own. */
const emptyElement = /<([A-Za-z][\w:.-]*)((?:\s+[^\s=<>/"']+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'))?)*)\s*\/>/g;

/** SOURCE with `<a id="x"></a>` for `<a id="x"/>`, and its CDATA sections as text. */
export const asHtml = (source: string): string =>
  source
    .replace(emptyElement, (tag, name: string, attributes: string) =>
      voids.test(name) ? tag : `<${name}${attributes}></${name}>`,
    )
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;'),
    );
