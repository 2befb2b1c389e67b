/** What an export would hold, lose and look like, found out anew after each choice. */
import { useEffect, useState } from 'react';
import type { Result } from '../../../core/failure';
import type { ExportOptions } from '../../../core/formats/report';
import type { ExportPage, ExportPreview } from '../../../core/views';
import { call } from '../../api';
import { runExport } from './run';

export interface Outlook {
  /** Null as long as nothing is known. */
  readonly preview: Result<ExportPreview> | null;
  readonly page: Result<ExportPage> | null;
}

const unknown: Outlook = { preview: null, page: null };

/** Whoever walks through the formats by key is not kept waiting for each, in ms. */
const PAUSE = 120;

/** OPTIONS must be the same object as long as nothing is chosen; PAUSED while something is written. */
export function useOutlook(options: ExportOptions, paused: boolean): Outlook {
  const [outlook, setOutlook] = useState(unknown);
  useEffect(() => {
    if (paused) return;
    let isOver = false;
    let stop = () => {};
    setOutlook(unknown);
    const timer = setTimeout(async () => {
      const preview = await call('export.preview', options);
      if (isOver) return;
      setOutlook((now) => ({ ...now, preview }));
      const show = (page: Outlook['page']) => {
        if (!isOver) setOutlook((now) => ({ ...now, page }));
      };
      const running = runExport(options, null, false, (page) => show({ ok: true, value: page }));
      stop = running.stop;
      const last = await running.done;
      if (!last.ok) show(last);
      else if (last.value) show({ ok: true, value: last.value });
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [options, paused]);
  return outlook;
}
