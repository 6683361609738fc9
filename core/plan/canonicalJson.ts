// One text for one meaning of plain JSON. A file of its own, without the schema library: the window compares by it, too.

/**
 * Canonical JSON: keys in the order of their UTF-16 code units, no spaces, absent fields left out, numbers and texts
 * as JSON.stringify writes them. Two values are equal as JSON exactly when their canonical texts are equal.
 * Range: plain JSON data of bounded depth. Example: `canonicalJson({ b: 1, a: [0.5] })` is `{"a":[0.5],"b":1}`.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((part) => canonicalJson(part ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts = value as Readonly<Record<string, unknown>>;
  const written = Object.keys(parts)
    .filter((key) => parts[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(parts[key])}`);
  return `{${written.join(',')}}`;
}
