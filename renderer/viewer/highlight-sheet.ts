/** The constructed style sheet of the highlights: holds only rules that are in use. */
import { MARK, SELECTION } from './styles';

/**
 * Every rule costs the engine a style for each mounted text (measured: 100 rules made mounting five times as
 * slow), and a rule without a scope restyles the whole page when it comes or goes.
 */
const SCOPE = '.viewer-text span';
/** So many unused rules may stay, so that scrolling does not write the sheet at every step. */
const SPARE = 10;
const ALWAYS = [MARK, SELECTION];

export class HighlightSheet {
  private readonly sheet = new CSSStyleSheet();
  private styles: ReadonlyMap<string, string> = new Map();
  private present = new Set<string>();

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  /** STYLES by highlight name, from now on. */
  restyle(styles: ReadonlyMap<string, string>): void {
    this.styles = styles;
    this.write(this.present);
  }

  /** Sees to it that the highlights of these names are styled. */
  use(names: ReadonlySet<string>): void {
    const isMissing = [...names].some((name) => !this.present.has(name));
    if (isMissing || this.present.size > names.size + ALWAYS.length + SPARE) this.write(names);
  }

  destroy(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }

  private write(names: Iterable<string>): void {
    this.present = new Set([...ALWAYS, ...names]);
    const rules = [...this.present].map((name) => {
      const body = this.styles.get(name);
      return body ? `${SCOPE}::highlight(${CSS.escape(name)}) { ${body} }` : '';
    });
    this.sheet.replaceSync(rules.join('\n'));
  }
}
