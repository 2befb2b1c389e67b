/** Measures the type of the text column, and tells when it changes (font, size, zoom, width). */
import type { Metrics } from './estimate';

const SAMPLE = 'The quick brown fox jumps over the lazy dog, and nobody was surprised by it at all.';

/** A hidden line of sample text that has the text's own style. */
export class Ruler {
  private readonly line = document.createElement('span');
  private readonly wide = document.createElement('span');
  private readonly observer: ResizeObserver;

  constructor(
    private readonly column: HTMLElement,
    host: HTMLElement,
    onChange: () => void,
  ) {
    const probe = document.createElement('div');
    probe.className = 'viewer-probe';
    probe.ariaHidden = 'true';
    this.line.textContent = SAMPLE;
    this.wide.textContent = '漢字漢字';
    probe.append(this.line, this.wide);
    host.append(probe);
    this.observer = new ResizeObserver(onChange);
    this.observer.observe(column);
    this.observer.observe(probe);
  }

  measure(): Metrics {
    const line = this.line.getBoundingClientRect();
    const style = getComputedStyle(this.column);
    const fontSize = Number.parseFloat(style.fontSize) || 16;
    return {
      lineHeight: Number.parseFloat(style.lineHeight) || fontSize * 1.6,
      charWidth: line.width / SAMPLE.length || fontSize / 2,
      wideWidth: this.wide.getBoundingClientRect().width / 4 || fontSize,
      width: this.column.clientWidth,
    };
  }

  destroy(): void {
    this.observer.disconnect();
  }
}

export const sameMetrics = (a: Metrics, b: Metrics) =>
  a.lineHeight === b.lineHeight &&
  a.charWidth === b.charWidth &&
  a.wideWidth === b.wideWidth &&
  a.width === b.width;
