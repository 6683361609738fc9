// Whether two pieces of plain data say the same: numbers to the last bit, arrays, records, typed arrays, nothing else.

type TypedArray = Float64Array | Int32Array | Uint8Array;
type Record_ = { readonly [name: string]: unknown };

/** True where both are made of the same values in the same places. Example: `sameContent({ a: [1] }, { a: [1] })`. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && sameItems(one, other);
  if (Array.isArray(other)) return false;
  if (ArrayBuffer.isView(one) || ArrayBuffer.isView(other)) return sameNumbers(one, other);
  return sameFields(one as Record_, other as Record_);
}

function sameFields(one: Record_, other: Record_): boolean {
  // Plain data has no names but its own. To go through them asks for no list of them.
  let missing = 0;
  for (const _ in other) missing += 1;
  for (const name in one) {
    const value = other[name];
    if (value === undefined && !Object.hasOwn(other, name)) return false;
    if (!sameContent(one[name], value)) return false;
    missing -= 1;
  }
  return missing === 0;
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) {
    const value = one[i];
    // Most of what is compared is the very same.
    if (value !== other[i] || value === 0) if (!sameContent(value, other[i])) return false;
  }
  return true;
}

/** Numbers of one kind; each kind has a loop of its own, which stays fast only while it meets no other. */
function sameNumbers(one: object, other: object): boolean {
  if (one instanceof Float64Array) return other instanceof Float64Array && sameFloats(one, other);
  if (one.constructor !== other.constructor) return false;
  const [a, b] = [one as TypedArray, other as TypedArray];
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

function sameFloats(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) {
    const a = one[i] as number;
    const b = other[i] as number;
    // Numbers that are equal may still differ in the sign of zero.
    if (a === b ? a === 0 && !Object.is(a, b) : !Object.is(a, b)) return false;
  }
  return true;
}
