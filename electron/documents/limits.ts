/** Bounds on what hostile or careless folders can make Postil do. */
import { number } from '../../core/locale/numbers';

/** Largest source that is opened, in bytes. */
export const MOST_BYTES = 200 * 1024 * 1024;
/** Most documents of one project; a scan stops there and says so. */
export const MOST_DOCUMENTS = 200_000;
/** Deepest folder below the project that is looked into. */
export const DEEPEST = 64;
/** Most globs in `sources`, and the longest of them in characters. */
export const MOST_GLOBS = 200;
export const LONGEST_GLOB = 500;

export const megabytes = (bytes: number) => `${number(Math.ceil(bytes / 1024 / 1024))} MB`;
