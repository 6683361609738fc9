// The order of parts whose stream keys decide among equals.

/** Order of parts by the two words of their stream keys. */
export const keyPrecedes = (
  a: { readonly key0: number; readonly key1: number },
  b: { readonly key0: number; readonly key1: number },
): boolean => (a.key0 === b.key0 ? a.key1 < b.key1 : a.key0 < b.key0);
