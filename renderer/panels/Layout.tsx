import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from 'react-resizable-panels';
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

/** Documents, Text, Annotations: resizable, collapsible, remembered. */
export function Layout() {
  const layout = useDefaultLayout({ id: 'columns', storage: localStorage });
  const documents = useToggle('documents');
  const annotations = useToggle('annotations');
  return (
    <Group className="columns" {...layout}>
      <Panel id="documents" panelRef={documents} collapsible defaultSize="18%" minSize="150px" maxSize="40%">
        <DocumentsPanel />
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
