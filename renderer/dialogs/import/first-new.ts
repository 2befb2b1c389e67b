/** Where to go to see what an import brought. */
import type { HistoryPart } from '../../../core/history';

/** The first document of PARTS with a new annotation of one's own, else with any, else the first new one. */
export function firstNew(parts: readonly HistoryPart[]): string | null {
  const adds = (part: HistoryPart) => part.document !== null && part.patch.annotations?.added.length;
  const own = parts.find((part) => part.annotator === undefined && adds(part));
  const any = own ?? parts.find(adds);
  return any?.document ?? parts.flatMap((part) => part.patch.sources?.added ?? [])[0]?.id ?? null;
}
