/** The whole bridge between the page and the rest. It never grows: calls are typed in core/contract.ts. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';

contextBridge.exposeInMainWorld('postil', {
  /** Resolves to a Result; see core/contract.ts for channels and what they take. */
  invoke: (channel: string, input: unknown) => ipcRenderer.invoke('call', channel, input),

  /** Calls LISTENER with the payload of every event of that name; returns the function that stops it. */
  on(name: string, listener: (payload: unknown) => void) {
    const heard = (_event: IpcRendererEvent, which: string, payload: unknown) => {
      if (which === name) listener(payload);
    };
    ipcRenderer.on('event', heard);
    return () => {
      ipcRenderer.off('event', heard);
    };
  },

  /** Where a dropped file or folder lies; '' when it is not on disk. Electron before 29 has no webUtils. */
  pathForFile: (file: File & { readonly path?: string }) =>
    webUtils ? webUtils.getPathForFile(file) : (file.path ?? ''),
});
