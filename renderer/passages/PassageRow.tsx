import { Copy, MessageSquareText } from 'lucide-react';
import type { Label } from '../../core/model';
import { contextOf, type Passage, quoteOf } from '../../core/passages';
import { copyQuotation } from './act';

interface Props {
  readonly passage: Passage;
  readonly label: Label | undefined;
  readonly chosen: boolean;
  /** With its document, its annotator, and the words around it. */
  readonly abroad: boolean;
  /** The heading above names the label already. */
  readonly isNamed: boolean;
  readonly onChoose: () => void;
  /** Of the virtual list. */
  readonly place: {
    readonly index: number;
    readonly position: number;
    readonly total: number;
    readonly start: number;
    readonly measure: (element: HTMLElement | null) => void;
  };
}

/** Longer quotes are cut on the screen; the text has them whole. */
const MOST = 600;

/** One annotation: its label, its words, its note; in the whole project also where it stands. */
export function PassageRow({ passage, label, chosen, abroad, isNamed, onChoose, place }: Props) {
  const { annotation, document, annotator } = passage;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds it has the keys
    <li
      ref={place.measure}
      data-index={place.index}
      data-annotation={annotation.id}
      aria-setsize={place.total}
      aria-posinset={place.position}
      aria-current={chosen || undefined}
      className={`annotation${chosen ? ' picked' : ''}`}
      style={{ transform: `translateY(${place.start}px)`, '--label': label?.color ?? '#888888' } as object}
      onClick={onChoose}
    >
      <span className={isNamed ? 'visually-hidden' : 'annotation-label'}>
        {label?.name ?? annotation.label}
      </span>
      <Words passage={passage} abroad={abroad} />
      {annotation.note && (
        <span className="annotation-note">
          <MessageSquareText size={12} aria-hidden="true" /> {annotation.note}
        </span>
      )}
      {abroad && (
        <span className="annotation-source clip" title={`${document} · ${annotator}`}>
          {document} · {annotator}
        </span>
      )}
      <button
        type="button"
        className="icon-button annotation-copy"
        aria-label="Copy as quotation"
        title="Copy as quotation with its source (Ctrl+C)"
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation();
          void copyQuotation(passage);
        }}
      >
        <Copy size={13} />
      </button>
    </li>
  );
}

function Words({ passage: { annotation }, abroad }: { passage: Passage; abroad: boolean }) {
  const quote = quoteOf(annotation);
  const words = quote.length > MOST ? `${quote.slice(0, MOST)}…` : quote;
  const [first, last] = [annotation.spans[0], annotation.spans.at(-1)];
  if (!abroad || !first || !last) {
    return (
      <span className="annotation-quote" dir="auto">
        {words}
      </span>
    );
  }
  return (
    <span className="annotation-quote in-context" dir="auto">
      {contextOf(first).before}
      <mark>{words}</mark>
      {contextOf(last).after}
    </span>
  );
}
