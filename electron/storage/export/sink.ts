/** Where the pieces of an export go. */
import type { Piece } from '../../../core/formats/format';
import type { ExportReport } from '../../../core/formats/report';

export interface Sink {
  put(piece: Piece): Promise<void>;
  /** Makes what was put there whole, with its report; the absolute path of the output, if it has one. */
  finish(report: ExportReport): Promise<string | null>;
  /** Takes away what was put there. */
  abandon(): Promise<void>;
}

/** Of a dry run: only the report is wanted. */
export const nowhere: Sink = {
  put: async () => undefined,
  finish: async () => null,
  abandon: async () => undefined,
};
