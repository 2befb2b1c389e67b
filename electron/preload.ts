/** The whole bridge between the page and the rest. It never grows: calls are typed in core/contract.ts. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';

/** By the event's name. One listener of Electron's serves them all: it warns of more than ten. */
const listeners = new Map<string, Set<(payload: unknown) => void>>();

ipcRenderer.on('event', (_event: IpcRendererEvent, name: string, payload: unknown) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(payload);
});

contextBridge.exposeInMainWorld('postil', {
  /** Resolves to a Result; see core/contract.ts for channels and what they take. */
  invoke: (channel: string, input: unknown) => ipcRenderer.invoke('call', channel, input),

  /** Calls LISTENER with the payload of every event of that name; returns the function that stops it. */
  on(name: string, listener: (payload: unknown) => void) {
    const named = listeners.get(name) ?? new Set();
    listeners.set(name, named.add(listener));
    return () => {
      named.delete(listener);
    };
  },

  /** Where a dropped file or folder lies; '' when it is not on disk. Electron before 29 has no webUtils. */
  pathForFile: (file: File & { readonly path?: string }) =>
    webUtils ? webUtils.getPathForFile(file) : (file.path ?? ''),
});
