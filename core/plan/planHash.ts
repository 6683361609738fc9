// The name of a plan's content: results carry it, so that they are never shown beside another plan.
import { canonicalJson } from './canonical.ts';
import type { Plan } from './schema/plan.ts';
import { Digest, type DigestState, sha256 } from './sha256.ts';

/** A field of a plan in its canonical text, and the digest of the text so far. */
interface HashedField {
  readonly name: string;
  readonly value: unknown;
  readonly text: string;
  /** Of a list the text of each part. */
  readonly parts: ReadonlyMap<unknown, string> | null;
  readonly state: DigestState;
}
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
  digest.add('}');
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
    const { text, parts } = textOf(
      value,
      before.find((field) => field.name === name),
    );
    digest.add(`${place === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    digest.add(text);
    fields.push({ name, value, text, parts, state: digest.state() });
  }
  return fields;
}

function textOf(value: unknown, before: HashedField | undefined): Pick<HashedField, 'text' | 'parts'> {
  if (before !== undefined && before.value === value) return before;
  if (!Array.isArray(value)) return { text: canonicalJson(value), parts: null };
  const parts = new Map<unknown, string>();
  const texts = value.map((part) => {
    const text = before?.parts?.get(part) ?? canonicalJson(part);
    parts.set(part, text);
    return text;
  });
  return { text: `[${texts.join(',')}]`, parts };
}
