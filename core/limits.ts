/** Names and numbers that files and edits agree on. Without zod, so that the page need not load it. */

export const LAYER_FORMAT = 'postil-annotations';
export const PROJECT_FORMAT = 'postil-project';

/** Of both files. Raise it with a step in migrate.ts that brings the older file up. */
export const VERSION = 1;

/** Of a label, in UTF-16 units. */
export const NAME_LIMIT = 2000;

/** Longest id, in UTF-16 units. */
export const ID_LIMIT = 200;
