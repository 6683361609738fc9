// Whether two pieces of plain data say the same: numbers to the last bit, arrays, records, typed arrays, nothing else.

type TypedArray = Float64Array | Int32Array | Uint8Array;

/** True where both are made of the same values in the same places. Example: `sameContent({ a: [1] }, { a: [1] })`. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (ArrayBuffer.isView(one) || ArrayBuffer.isView(other)) return sameNumbers(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one)) return sameItems(one, other as readonly unknown[]);
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) {
    if (!Object.hasOwn(other, name)) return false;
    if (!sameContent(one[name as keyof typeof one], other[name as keyof typeof other])) return false;
  }
  return true;
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (!sameContent(one[i], other[i])) return false;
  return true;
}

function sameNumbers(one: object, other: object): boolean {
  if (one.constructor !== other.constructor) return false;
  const [a, b] = [one as TypedArray, other as TypedArray];
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!Object.is(a[i], b[i])) return false;
  return true;
}
