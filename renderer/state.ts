/** What the window knows: one value, read by React and by the viewer, changed only by session/. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AnchorReport } from '../core/anchor';
import type { AnnotationSet } from '../core/annotation-set';
import type { TableSource } from '../core/contract';
import type { Failure } from '../core/failure';
import { emptyHistory, type History } from '../core/history';
import type { DocumentHits, Wanted } from '../core/hits';
import type { Language } from '../core/locale/language';
import type { Annotation, DocumentFacts, Relation, Schema, Span } from '../core/model';
import type { PassageView } from '../core/passages';
import type { Query } from '../core/query';
import type { RichText } from '../core/rich';
import type { AppInfo, DocumentRow, LostDocument, PassageFile } from '../core/views';
import type { Selection } from './viewer/interface';

export interface OpenProject {
  readonly folder: string;
  readonly name: string;
  readonly memo: string;
  readonly schema: Schema;
  readonly documents: readonly DocumentRow[];
  readonly lost: readonly LostDocument[];
  readonly readOnly: Failure | null;
  readonly notices: readonly string[];
}

export interface OpenDocument {
  readonly path: string;
  readonly text: string;
  /** How it looks; null for plain text. */
  readonly rich: RichText | null;
  /** Of the file, in bytes. */
  readonly size: number;
  /** Rule and version that made the text. */
  readonly projection: string;
  readonly encoding: string;
  readonly guessed: boolean;
  /** Changed in place; `revision` tells. Until `loaded` at most what is seen first. */
  readonly annotations: AnnotationSet;
  readonly relations: readonly Relation[];
  readonly facts: DocumentFacts;
  readonly readOnly: Failure | null;
  readonly changed: AnchorReport | null;
  readonly notices: readonly string[];
  /** False while the text is shown but its annotations are still being read: nothing can be edited yet. */
  readonly loaded: boolean;
}

export type Dialog =
  | { readonly kind: 'name' }
  | { readonly kind: 'label-by-name'; readonly sticky: boolean }
  | { readonly kind: 'edit-label'; readonly label: string | null }
  | {
      readonly kind: 'annotate-all';
      readonly wanted: Wanted;
      /** In the whole project. */
      readonly whole: boolean;
    }
  | { readonly kind: 'repeats' }
  | { readonly kind: 'export' }
  /** PATHS were dropped on the window; null asks for them. */
  | { readonly kind: 'import'; readonly paths: readonly string[] | null }
  /** Documents are made of the rows of SOURCE. */
  | { readonly kind: 'rows'; readonly source: TableSource }
  /** AIM: its passages are listed, or the next annotation with it is gone to. */
  | { readonly kind: 'choose-label'; readonly aim: 'passages' | 'next' }
  /** LABEL is the one to begin with. */
  | { readonly kind: 'schema'; readonly label: string | null }
  | { readonly kind: 'print' }
  | { readonly kind: 'guides' }
  | { readonly kind: 'about-postil' }
  | { readonly kind: 'about' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' };

export interface Chooser {
  readonly ids: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** A relation that is being made. */
export interface Relating {
  /** The document it is made in. */
  readonly path: string;
  readonly from: string;
  /** Null while the other end is looked for; then the type is chosen. */
  readonly to: string | null;
}

export interface Message {
  readonly text: string;
  /** Offers to take the last step back. */
  readonly undo: boolean;
}

export interface Find {
  readonly query: Query;
  readonly matches: readonly Span[];
  /** Index of the match that is shown, or -1. */
  readonly at: number;
  /** How much of the text is searched, from 0 to 1. */
  readonly share: number;
  /** Why the query can't be searched for; null when it can. */
  readonly failure: string | null;
}

/** What the search of the project shows. */
export interface ProjectFind {
  readonly query: Query;
  readonly found: readonly DocumentHits[];
  readonly matches: number;
  /** Documents, so far and in all. */
  readonly searched: number;
  readonly total: number;
  readonly running: boolean;
  /** There is more than is shown. */
  readonly isCut: boolean;
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly failure: string | null;
  /** The match that was gone to: its index among all, or -1. */
  readonly at: number;
}

/** What is looked at beside the text, below Documents. */
export type Side = 'document' | 'guidelines' | 'history';

/** What the Annotations pane shows. */
export interface ListView extends PassageView {
  readonly scope: 'document' | 'project';
}

/** What one annotations file holds. */
export type PassageLayer = Omit<PassageFile, 'json'> & { readonly annotations: readonly Annotation[] };

/** All annotations of the project, as they were last read. */
export interface Passages {
  readonly mark: string | null;
  /** The own layer's folder. */
  readonly own: string | null;
  /** By the path of the annotations file. */
  readonly files: ReadonlyMap<string, PassageLayer>;
  readonly failure: string | null;
}

export interface SaveState {
  /** Edits on their way to the disk. */
  readonly pending: number;
  /** Why the last try failed, in plain words; null when nothing is wrong. */
  readonly failure: string | null;
}

export interface State {
  /** Of the interface. It changes only after core/locale was told. */
  readonly language: Language;
  readonly info: AppInfo | null;
  readonly project: OpenProject | null;
  readonly document: OpenDocument | null;
  /** The document that is being read, and what kept the last one from opening. */
  readonly opening: string | null;
  /** The same when it takes so long that people are told. */
  readonly slow: string | null;
  readonly refused: { readonly path: string; readonly failure: Failure } | null;
  /** Rises with every change of annotations or schema. */
  readonly revision: number;
  readonly selection: Selection;
  readonly picked: string | null;
  /** The annotation that was picked last: fragments are added to it after words were selected. */
  readonly lastPicked: string | null;
  readonly relating: Relating | null;
  /** All relations in view are drawn, not only those of the picked annotation. */
  readonly relationsShown: boolean;
  /** The label that every selection gets, until Esc. */
  readonly sticky: string | null;
  /** New annotations leave spaces and punctuation at their ends out. */
  readonly trims: boolean;
  readonly history: History;
  readonly save: SaveState;
  readonly message: Message | null;
  readonly dialog: Dialog | null;
  readonly chooser: Chooser | null;
  /** Annotations under the pointer, innermost first. */
  readonly hovered: readonly string[];
  /** The relation under the pointer. */
  readonly hoveredLink: string | null;
  /** The relation that was clicked, until another annotation is picked. */
  readonly pointedLink: string | null;
  readonly find: Find | null;
  readonly projectFind: ProjectFind | null;
  readonly side: Side | null;
  readonly list: ListView;
  /** Null before anybody asked for them. */
  readonly passages: Passages | null;
  readonly progress: string | null;
  /** Files or a folder are held over the window. */
  readonly dropping: boolean;
  /** The text alone, without panels and bars. */
  readonly focusMode: boolean;
  /** Text size in percent of the usual one. */
  readonly zoom: number;
  /** What a screen reader should say now. */
  readonly spoken: {
    readonly words: string;
    /** Rises with everything that is said. */
    readonly turn: number;
  };
}

export const store = createStore<State>(() => ({
  language: 'en',
  info: null,
  project: null,
  document: null,
  opening: null,
  slow: null,
  refused: null,
  revision: 0,
  selection: { anchor: 0, focus: 0 },
  picked: null,
  lastPicked: null,
  relating: null,
  relationsShown: false,
  sticky: null,
  trims: false,
  history: emptyHistory,
  save: { pending: 0, failure: null },
  message: null,
  dialog: null,
  chooser: null,
  hovered: [],
  hoveredLink: null,
  pointedLink: null,
  find: null,
  projectFind: null,
  side: null,
  list: { scope: 'document', search: '', label: '', suggested: 'all', group: 'none', order: 'text' },
  passages: null,
  progress: null,
  dropping: false,
  focusMode: false,
  zoom: 100,
  spoken: { words: '', turn: 0 },
}));

export const get = store.getState;
export const set = (parts: Partial<State>): void => store.setState(parts);

/** Reads a part of the state in a component; it renders again only when that part changes. */
export const useSession = <T>(select: (state: State) => T): T => useStore(store, select);

/** The selection as a span, or null when it is only a caret. */
export function selectedSpan({ selection: { anchor, focus } }: State): Span | null {
  return anchor === focus ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}
