/** How far long work is. It is yielded where others may run, and where the work may end for good. */
export interface Working {
  /** For people: `Reading`, … */
  readonly doing: string;
  readonly at: number;
  /** 0 as long as it is not known. */
  readonly of: number;
}
