/** What the catalogs' texts say about themselves, as types. */

/** The base of a plural key: `found` of `found_one` and `found_other`. */
type Base<K extends string> = K extends `${infer B}_one` | `${infer B}_other` ? B : K;

/** The names that stand between double braces in TEXT. */
type Named<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Named<Rest>
  : never;

/** `area.key`, for every text of the CATALOG. */
export type KeyOf<Catalog> = {
  [Area in keyof Catalog & string]: `${Area}.${Base<keyof Catalog[Area] & string>}`;
}[keyof Catalog & string];

type TextOf<Catalog, Key extends string> = Key extends `${infer Area}.${infer Name}`
  ? Area extends keyof Catalog
    ? Extract<Catalog[Area][keyof Catalog[Area] & (Name | `${Name}_one` | `${Name}_other`)], string>
    : never
  : never;

/** What a text wants to be told: nothing, or its names with their values. `count` chooses the plural. */
export type ValuesOf<Catalog, Key extends string> = [Named<TextOf<Catalog, Key>>] extends [never]
  ? []
  : [
      {
        readonly [Name in Named<TextOf<Catalog, Key>>]: Name extends 'count' ? number : string | number;
      },
    ];

/** The shape of a translation into a language without a singular of its own. */
export type Translated<English> = {
  readonly [K in keyof English as K extends `${string}_one` ? never : K]: string;
};
