/** The viewer on the stage, kept in step with the state: painted in the frame of the change, without React. */
import { call } from './api';
import { currentViewer, setCurrentViewer } from './current-viewer';
import { pickLink } from './relations/point';
import { openLinkAt } from './session/addresses';
import { linksOf, relatedOf } from './session/links';
import { rememberPlace } from './session/memory';
import { pick, pickOneOf } from './session/pick';
import { chooseEnd, focusRelationBar, relatingNow } from './session/relations';
import { applySticky, hover, selectionMoved } from './session/selection';
import { get, type State, selectedSpan, set, store } from './state';
import type { ScrollPosition, Viewer, ViewerEvents } from './viewer/interface';

/** The path of the document that the viewer shows. */
let shown: string | null = null;

/** The caret of the shown document; the state may know the next document's already. */
let caret = 0;

const remember = () => {
  const viewer = currentViewer();
  if (viewer && shown !== null) rememberPlace(shown, { scroll: viewer.position(), caret });
};

const events: ViewerEvents = {
  onSelect: selectionMoved,
  onPick: (ids, x, y) => {
    set({ chooser: ids.length > 1 ? { ids, x, y } : null });
    if (relatingNow(get())) return takeEnd(ids);
    if (ids.length === 1 && ids[0]) pick(ids[0], false);
    else pickOneOf(ids);
  },
  onPickLink: pickLink,
  onLink: openLinkAt,
  onHover: hover,
  onScroll: () => {
    if (get().chooser) set({ chooser: null });
  },
};

/** A click while a relation is made: one annotation is its other end; of several the innermost is offered. */
function takeEnd(ids: readonly string[]): void {
  const [first] = ids;
  if (ids.length === 1 && first) chooseEnd(first);
  else {
    if (first) pick(first, false);
    focusRelationBar();
  }
}

function paint(state: State): void {
  const { document, project, picked } = state;
  if (!document) return;
  currentViewer()?.paint({
    annotations: document.annotations,
    labels: project?.schema.labels ?? [],
    current: picked,
    links: linksOf(state),
    related: relatedOf(document.relations),
  });
}

function follow(state: State, before: State): void {
  const viewer = currentViewer();
  if (!viewer || !state.document) return;
  const fresh = state.document.path !== before.document?.path || state.document.text !== before.document.text;
  if (state.document.path === shown) caret = state.selection.focus;
  if (fresh || (!state.document.loaded && before.document?.loaded)) return; // The panel shows it anew.
  const painted =
    state.revision !== before.revision ||
    state.picked !== before.picked ||
    state.relating !== before.relating ||
    state.relationsShown !== before.relationsShown;
  if (painted || state.document.loaded !== before.document?.loaded) paint(state);
  if (state.selection !== before.selection) viewer.select(state.selection);
  if (state.find?.matches !== before.find?.matches) viewer.mark(state.find?.matches ?? []);
}

/** Puts a viewer into HOST and shows the open document; the returned function takes it away again. */
export function raise(
  create: (host: HTMLElement, events: ViewerEvents) => Viewer,
  host: HTMLElement,
): () => void {
  setCurrentViewer(create(host, events));
  const stop = store.subscribe(follow);
  const pointerUp = () => {
    if (selectedSpan(get())) applySticky();
  };
  host.addEventListener('pointerup', pointerUp);
  window.addEventListener('pagehide', remember);
  return () => {
    remember();
    window.removeEventListener('pagehide', remember);
    host.removeEventListener('pointerup', pointerUp);
    stop();
    currentViewer()?.destroy();
    setCurrentViewer(null);
    shown = null;
  };
}

/** Shows the open document from where it was left. */
export function showDocument(position: ScrollPosition): void {
  const { document, selection } = get();
  const viewer = currentViewer();
  if (!viewer || !document) return;
  remember();
  shown = document.path;
  caret = selection.focus;
  const { path, rich } = document;
  const image = async (id: string) => {
    const answer = await call('document.image', { path, id });
    return answer.ok ? answer.value : null;
  };
  viewer.show(document.text, { position, selection, rich, image });
  paint(get());
}
