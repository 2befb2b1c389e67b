import './theme.css';
import './parts/parts.css';
import './panels/panels.css';
import './panels/documents.css';
import './panels/text.css';
import './panels/annotations.css';
import './panels/welcome.css';
import './dialogs/dialogs.css';
import './dialogs/large.css';
import './dialogs/export/export.css';
import './dialogs/import/import.css';
import './suggestions/suggestions.css';
import './search/search.css';
import './schema/schema.css';
import './passages/passages.css';
import './side/side.css';
import './keys/keys.css';
import './inspector/inspector.css';
import './relations/relations.css';
import { createRoot } from 'react-dom/client';
import { call } from './api';
import { App } from './app';
import { loadDialogs } from './dialogs/load';
import { acceptDrops } from './drops';
import { listenToKeys } from './keyboard';
import { followPassages } from './passages/read';
import { rememberPicks } from './session/fragments';
import { recallLanguage } from './session/language';
import { followOutside, openProject } from './session/project';
import { followWorker } from './session/saving';
import { say } from './session/say';
import { recallTrimming } from './session/trimming';
import { followContrast, showTextSize } from './session/view';
import { recallSide } from './side/side';
import { set } from './state';

async function start(): Promise<void> {
  const info = await call('app.info', null);
  if (!info.ok) return say(info.failure.message);
  set({ info: info.value });
  document.documentElement.dataset.platform = info.value.platform;
  followContrast();
  listenToKeys();
  if (info.value.open) await openProject(info.value.open);
  // The text is on the screen: now the dialogs, before somebody asks for one.
  void loadDialogs();
}

recallLanguage();
showTextSize();
followOutside();
followPassages();
recallSide();
recallTrimming();
followWorker();
rememberPicks();
acceptDrops();
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
void start();
