/** Bounds on what one rich document may make its reader do; time and memory are bounded by thread.ts. */
import type { ZipBounds } from '../../../core/formats/zip';

/** Of a PDF. */
export const MOST_PAGES = 10_000;

/** Of a document that is an archive. Honest ones unpack to some ten times their size. */
export const archiveBounds: ZipBounds = { bytes: 400_000_000, files: 20_000, ratio: 200 };

/** Of one part in UTF-16 units, and how deep its elements may stand in each other; no word processor goes near. */
export const xmlLimits = { length: 300_000_000, depth: 2_000, elements: 20_000_000 } as const;

/** Above this the window has no list of blocks that it could hold. */
export const MOST_BLOCKS = 1_000_000;
