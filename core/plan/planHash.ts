// The name of a plan's content: results carry it, so that they are never shown beside another plan.
import { canonicalJson } from './canonical.ts';
import type { Plan } from './schema/plan.ts';
import { Digest, type DigestState, sha256, utf8 } from './sha256.ts';

/** A field of a plan in the bytes of its canonical text, and the digest of all so far. */
interface HashedField {
  readonly name: string;
  readonly value: unknown;
  readonly bytes: Uint8Array;
  /** Of a list the bytes of each part. */
  readonly parts: ReadonlyMap<unknown, Uint8Array> | null;
  readonly state: DigestState;
}
const opening = 0x5b;
const comma = 0x2c;
const closing = 0x5d;

type HashedPlan = readonly HashedField[];

/** Plans of which another state was hashed; each goes with its plan. */
const hashed = new WeakMap<Plan, HashedPlan>();

/**
 * SHA-256 of the plan's canonical JSON with all defaults, as 64 hexadecimal digits. Nothing is left out; the order of
 * keys and the spelling of numbers do not count, the order of lists does. `before`: another state of the plan, of which only those
 * fields and parts of lists are written again that are other objects.
 */
export function planHash(plan: Plan, before?: Plan): string {
  if (before === undefined) return sha256(canonicalJson(plan));
  const known = hashed.get(before) ?? hashedPlan(before, []);
  hashed.set(before, known);
  const fields = hashedPlan(plan, known);
  hashed.set(plan, fields);
  const digest = new Digest(fields.at(-1)?.state);
  digest.add(utf8('}'));
  return digest.hex();
}

function hashedPlan(plan: Plan, before: HashedPlan): HashedPlan {
  const values = plan as Readonly<Record<string, unknown>>;
  const names = Object.keys(values)
    .filter((name) => values[name] !== undefined)
    .sort();
  const fields: HashedField[] = [];
  let digest: Digest | null = null;
  for (const [place, name] of names.entries()) {
    const value = values[name];
    const same = before[place];
    // The text begins with the very same fields: its digest does, too.
    if (digest === null && same?.name === name && same.value === value) {
      fields.push(same);
      continue;
    }
    digest ??= new Digest(fields.at(-1)?.state);
    const { bytes, parts } = bytesOf(
      value,
      before.find((field) => field.name === name),
    );
    digest.add(utf8(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`));
    digest.add(bytes);
    fields.push({ name, value, bytes, parts, state: digest.state() });
  }
  return fields;
}

function bytesOf(value: unknown, before: HashedField | undefined): Pick<HashedField, 'bytes' | 'parts'> {
  if (before !== undefined && before.value === value) return before;
  if (!Array.isArray(value)) return { bytes: utf8(canonicalJson(value)), parts: null };
  const parts = new Map<unknown, Uint8Array>();
  for (const part of value) parts.set(part, before?.parts?.get(part) ?? utf8(canonicalJson(part)));
  return { bytes: listOf(value.map((part) => parts.get(part) as Uint8Array)), parts };
}

/** The canonical text of a list whose parts are written. */
function listOf(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length + Math.max(0, parts.length - 1) + 2);
  bytes[0] = opening;
  let at = 1;
  for (const [place, part] of parts.entries()) {
    if (place > 0) bytes[at++] = comma;
    bytes.set(part, at);
    at += part.length;
  }
  bytes[at] = closing;
  return bytes;
}
