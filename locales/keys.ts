// The keys of a tree of texts as types, so that a wrong key is a compile error.

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type WithoutForm<Name extends string> = Name extends `${infer Base}_${PluralForm}` ? Base : Name;

type IsPlural<Name extends string> = Name extends `${string}_${PluralForm}` ? true : false;

/** Every path to a text; `minute_one` and `minute_other` are the one key `minute`. */
export type KeyOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? WithoutForm<Name>
    : `${Name}.${KeyOf<Tree[Name]>}`;
}[keyof Tree & string];

/** The keys whose text depends on a `count`. */
export type PluralKeyOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? IsPlural<Name> extends true
      ? WithoutForm<Name>
      : never
    : `${Name}.${PluralKeyOf<Tree[Name]>}`;
}[keyof Tree & string];

/** Every path to a branch: what may stand before an id that is only known at run time. */
export type BranchOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? never : Name | `${Name}.${BranchOf<Tree[Name]>}`;
}[keyof Tree & string];
