import { useEffect, useRef } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
import { SidePanel, useSide } from '../side/SidePanel';
import { AnnotationsPanel } from './AnnotationsPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { registerToggle } from './panes';
import { TextPanel } from './TextPanel';

/** Hides and shows a side panel by its command. */
function useToggle(name: string) {
  const panel = usePanelRef();
  useEffect(
    () =>
      registerToggle(name, (show) => {
        if (panel.current?.isCollapsed()) panel.current.expand();
        else if (!show) panel.current?.collapse();
      }),
    [name, panel],
  );
  return panel;
}

/** Narrower than this, in CSS px (a small window, or a large zoom), the text has the window to itself. */
const NARROW = '(max-width: 700px)';

/** What a narrow window has put away is not how the person wants it: such a layout is not kept. */
const rememberedWhenWide = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => {
    if (!matchMedia(NARROW).matches) localStorage.setItem(key, value);
  },
};

/** Puts the side panels away when the window gets narrow, and back when it is wide again; they can still be shown. */
function useNarrow(...panels: readonly ReturnType<typeof usePanelRef>[]): void {
  const refs = useRef(panels);
  useEffect(() => {
    const narrow = matchMedia(NARROW);
    /** Those that were put away for want of room, not by the person. */
    let away: ReturnType<typeof usePanelRef>[] = [];
    const adapt = () => {
      if (narrow.matches) {
        away = refs.current.filter(({ current }) => current && !current.isCollapsed());
        for (const { current } of away) current?.collapse();
      } else {
        for (const { current } of away) current?.expand();
        away = [];
      }
    };
    adapt();
    narrow.addEventListener('change', adapt);
    return () => narrow.removeEventListener('change', adapt);
  }, []);
}

/** Documents, and below them what is looked at beside the text. */
function LeftColumn() {
  const side = useSide();
  const layout = useDefaultLayout({ id: 'left', storage: localStorage });
  if (!side) return <DocumentsPanel />;
  return (
    <Group orientation="vertical" {...layout}>
      <Panel id="list" minSize="120px">
        <DocumentsPanel />
      </Panel>
      <Separator className="separator side-separator" />
      <Panel id="side" defaultSize="55%" minSize="140px">
        <SidePanel side={side} />
      </Panel>
    </Group>
  );
}

/** Documents, Text, Annotations: resizable, collapsible, remembered. */
export function Layout() {
  const layout = useDefaultLayout({ id: 'columns', storage: rememberedWhenWide });
  const documents = useToggle('documents');
  const annotations = useToggle('annotations');
  useNarrow(documents, annotations);
  return (
    <Group className="columns" {...layout}>
      <Panel
        id="documents"
        className="pane"
        panelRef={documents}
        collapsible
        defaultSize="18%"
        minSize="184px"
        maxSize="40%"
      >
        <LeftColumn />
      </Panel>
      <Separator className="separator" />
      <Panel id="text" minSize="320px">
        <TextPanel />
      </Panel>
      <Separator className="separator" />
      <Panel
        id="annotations"
        className="pane"
        panelRef={annotations}
        collapsible
        defaultSize="23%"
        minSize="248px"
        maxSize="45%"
      >
        <AnnotationsPanel />
      </Panel>
    </Group>
  );
}
