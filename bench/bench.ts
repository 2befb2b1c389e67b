/** What every group of measurements is given. */
import { join } from 'node:path';
import { makeProject, type Project, type ProjectSize } from './projects';
import type { Row } from './rows';

export const MB = 1024 * 1024;

export interface Bench {
  /** A folder that is removed at the end. */
  readonly temporary: string;
  /** Sizes of documents whose opening is measured, in bytes. */
  readonly texts: readonly number[];
  /** How many spans stand in the document where keys are measured. */
  readonly spans: readonly number[];
  /** The document for all else: bytes and spans. */
  readonly usual: { readonly bytes: number; readonly spans: number };
  /** What is exported, over all its documents. */
  readonly exported: { readonly bytes: number; readonly spans: number };
  readonly manyDocuments: number;
  /** FULL repetitions after one to warm up, or only QUICK ones in a quick run. */
  times(full: number, quick?: number): number;
  /** The project of that size; made when it is first asked for. */
  project(size: ProjectSize): Project;
}

export interface Group {
  readonly name: string;
  run(bench: Bench): Promise<Row[]>;
}

export function makeBench(temporary: string, quick: boolean): Bench {
  const made = new Map<string, Project>();
  return {
    temporary,
    texts: quick ? [1 * MB] : [1 * MB, 10 * MB, 50 * MB],
    spans: quick ? [1000] : [1000, 50_000, 500_000],
    usual: quick ? { bytes: MB, spans: 1000 } : { bytes: 10 * MB, spans: 50_000 },
    exported: quick ? { bytes: MB, spans: 2_000 } : { bytes: 10 * MB, spans: 100_000 },
    manyDocuments: quick ? 500 : 10_000,
    times: (full, few = 3) => (quick ? few : full),
    project(size) {
      const name = `project-${size.bytes}-${size.spans}-${size.copies}`;
      const project = made.get(name) ?? makeProject(join(temporary, name), size);
      made.set(name, project);
      return project;
    },
  };
}

export const megabytes = (bytes: number) => `${Math.round(bytes / MB)} MB`;
export const many = (count: number, what: string) => `${count.toLocaleString('en')} ${what}`;
export const sizeOf = ({ bytes, spans }: { bytes: number; spans: number }) =>
  `${megabytes(bytes)}, ${many(spans, 'spans')}`;

/** What RUN gives TIMES times; what it gives before that, to warm up, is dropped. */
export async function repeat<T>(times: number, run: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round <= times; round++) {
    const result = await run(round);
    if (round > 0) results.push(result);
  }
  return results;
}
