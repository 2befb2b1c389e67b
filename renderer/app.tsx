import { lazy, Suspense, useEffect } from 'react';
import { loadDialogs } from './dialogs/load';
import { Layout } from './panels/Layout';
import { Message } from './panels/Message';
import { StatusBar } from './panels/StatusBar';
import { Welcome } from './panels/Welcome';
import { usePainted } from './parts/after-paint';
import { DropVeil } from './parts/DropVeil';
import { useSession } from './state';

const Dialogs = lazy(() => loadDialogs().then((module) => ({ default: module.Dialogs })));

/** The window's title: `<document> — Postil`. */
function useTitle(): void {
  const document_ = useSession((state) => state.document?.path);
  const project = useSession((state) => state.project?.name);
  useEffect(() => {
    const name = document_ ?? project;
    document.title = name ? `${name} — Postil` : 'Postil';
  }, [document_, project]);
}

export function App() {
  useTitle();
  // Whatever is below is painted anew, and keeps its state.
  useSession((state) => state.language);
  const started = useSession((state) => state.info !== null);
  const project = useSession((state) => state.project !== null);
  return (
    <>
      <main className="app">{project ? <Layout /> : started ? <Welcome /> : null}</main>
      {project && <StatusBar />}
      <Message />
      <Suspense>
        <Dialogs />
      </Suspense>
      <DropVeil />
      <Spoken />
    </>
  );
}

/** What a screen reader says. */
function Spoken() {
  const spoken = usePainted((state) => state.spoken);
  return (
    <div className="visually-hidden" aria-live="polite" data-spoken>
      {/* Anew each time: the same words in the same place would be no change, and so not be read. */}
      <span key={spoken.turn}>{spoken.words}</span>
    </div>
  );
}
