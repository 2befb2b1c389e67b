/** The elements of a viewer, and what they are to assistive technology. */
import './viewer.css';
import './rich.css';

export interface Frame {
  readonly outer: HTMLElement;
  /** Scrolls; everything else is inside. */
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly above: HTMLElement;
  readonly below: HTMLElement;
  /** The text: focusable, read-only. */
  readonly text: HTMLElement;
  readonly bars: HTMLElement;
  readonly fragments: SVGSVGElement;
  readonly relations: SVGSVGElement;
  readonly selection: HTMLElement;
  readonly margin: HTMLElement;
}

export function buildFrame(host: HTMLElement): Frame {
  const box = (className: string, parent: HTMLElement) => {
    const element = document.createElement('div');
    element.className = className;
    parent.append(element);
    return element;
  };
  const outer = box('viewer', host);
  const scroller = box('viewer-scroller', outer);
  const page = box('viewer-page', scroller);
  const above = box('viewer-space', page);
  const row = box('viewer-window', page);
  const below = box('viewer-space', page);
  const column = box('viewer-column', row);
  const bars = box('viewer-layer viewer-bar-layer', column);
  const fragments = drawing('viewer-layer viewer-drawing', column);
  const relations = drawing('viewer-layer viewer-drawing', column);
  const text = box('viewer-text', column);
  const selection = box('viewer-layer viewer-selection-layer', column);
  const margin = box('viewer-margin', row);
  // Colours and stripes say nothing to a screen reader: the list of annotations does.
  for (const element of [above, below, bars, fragments, relations, selection, margin])
    element.ariaHidden = 'true';
  text.tabIndex = 0;
  text.setAttribute('role', 'textbox');
  text.setAttribute('aria-multiline', 'true');
  text.setAttribute('aria-readonly', 'true');
  // A scroller is a tab stop of its own in newer Chromium.
  scroller.tabIndex = -1;
  return { outer, scroller, page, above, below, text, bars, fragments, relations, selection, margin };
}

function drawing(className: string, parent: HTMLElement): SVGSVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  element.setAttribute('class', className);
  parent.append(element);
  return element;
}
