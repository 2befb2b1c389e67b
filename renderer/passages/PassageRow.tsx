import { CircleAlert, Copy, MessageSquareText, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import { questionsOf, unanswered } from '../../core/edit-attributes';
import { isSuggestion } from '../../core/edit-suggestions';
import { inkProperties } from '../../core/ink';
import { enumerated, number } from '../../core/locale/numbers';
import { t } from '../../core/locale/t';
import type { AttributeType, Label } from '../../core/model';
import { contextOf, type Passage, quoteOf } from '../../core/passages';
import { currentViewer } from '../current-viewer';
import { copyQuotation } from './act';

interface Props {
  readonly passage: Passage;
  /** Stands above the row, in a place that the list has left for it; false for most. */
  readonly heading: ReactNode;
  readonly label: Label | undefined;
  /** The questions of the schema. */
  readonly questions: readonly AttributeType[];
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
export function PassageRow(props: Props) {
  const { passage, heading, label, questions, chosen, abroad, isNamed, onChoose, place } = props;
  const { annotation, document, annotator } = passage;
  const open = unanswered(questionsOf(questions, annotation.label), annotation.attributes);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds it has the keys
    <li
      ref={place.measure}
      data-index={place.index}
      data-annotation={annotation.id}
      aria-setsize={place.total}
      aria-posinset={place.position}
      aria-current={chosen || undefined}
      className={`inked annotation${chosen ? ' picked' : ''}${isSuggestion(annotation) ? ' is-suggested' : ''}`}
      style={{ transform: `translateY(${place.start}px)`, ...inkProperties(label?.color ?? '#888888') }}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest('.passage-group'))) onChoose();
      }}
      onPointerEnter={() => currentViewer()?.light([annotation.id])}
      onPointerLeave={() => currentViewer()?.light([])}
    >
      {heading}
      <span className="annotation-head">
        <span className={isNamed ? 'visually-hidden' : 'annotation-label clip'}>
          {label?.name ?? annotation.label}
        </span>
        {isSuggestion(annotation) && <span className="annotation-mark">{t('passages.suggested')}</span>}
        <Marks relations={passage.relations} open={open} />
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
        aria-label={t('passages.copy')}
        title={t('passages.copy-hint')}
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

/** How many relations it has, and which required questions are still open. */
function Marks({ relations, open }: { relations: number; open: readonly AttributeType[] }) {
  return (
    <>
      {open.length > 0 && (
        <span
          className="annotation-mark needed"
          title={t('passages.needs', { questions: enumerated(open.map((type) => type.name)) })}
        >
          <CircleAlert size={12} aria-hidden="true" /> {number(open.length)}
          <span className="visually-hidden"> {t('passages.to-answer')}</span>
        </span>
      )}
      {relations > 0 && (
        <span className="annotation-mark" title={t('common.relations', { count: relations })}>
          <Waypoints size={12} aria-hidden="true" /> {number(relations)}
          <span className="visually-hidden">
            {' '}
            {t(relations === 1 ? 'passages.relation-word' : 'passages.relations-word')}
          </span>
        </span>
      )}
    </>
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
