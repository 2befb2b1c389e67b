import { useEffect } from 'react';
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
  const layout = useDefaultLayout({ id: 'columns', storage: localStorage });
  const documents = useToggle('documents');
  const annotations = useToggle('annotations');
  return (
    <Group className="columns" {...layout}>
      <Panel id="documents" panelRef={documents} collapsible defaultSize="18%" minSize="150px" maxSize="40%">
        <LeftColumn />
      </Panel>
      <Separator className="separator" />
      <Panel id="text" minSize="320px">
        <TextPanel />
      </Panel>
      <Separator className="separator" />
      <Panel
        id="annotations"
        panelRef={annotations}
        collapsible
        defaultSize="23%"
        minSize="200px"
        maxSize="45%"
      >
        <AnnotationsPanel />
      </Panel>
    </Group>
  );
}
