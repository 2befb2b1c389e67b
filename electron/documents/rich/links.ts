/** Where links of documents may lead; nothing of them is ever opened by itself. */

/** HREF, unless it would run something or lead nowhere. */
export const linkOf = (href: string | null): string | null =>
  href !== null && href.trim() !== '' && !/^\s*(javascript|vbscript|data)\s*:/i.test(href) ? href : null;
