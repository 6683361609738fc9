// Edits of anything in a plan, one after the other, answered from what is kept of the states before and from nothing.
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { openSample } from '../../core/samples/index.ts';
import { createPlanTools } from '../../electron/host/planTools.ts';
import { randomFrom } from '../queueing/denseChain.ts';

type Random = ReturnType<typeof randomFrom>;
type Place = readonly (string | number)[];
type Document = Readonly<Record<string, unknown>>;

const pick = <T>(of: readonly T[], random: Random): T | undefined => of[random.whole(0, of.length - 1)];

/** Everything in a document that is no list and no object, with where it stands as commands name it. */
function leaves(value: unknown, at: Place = []): (readonly [Place, unknown])[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => leaves(one, [...at, idOf(one) ?? i]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, one]) => leaves(one, [...at, key]));
  return [[at, value]];
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined;

function anyEdit(document: Document, random: Random): Command | undefined {
  const kind = random.whole(0, 9);
  const all = leaves(document);
  if (kind < 8) {
    const found = pick(
      all.filter((leaf): leaf is readonly [Place, number] => typeof leaf[1] === 'number'),
      random,
    );
    if (found === undefined) return undefined;
    const [at, value] = found;
    const near = Math.max(0, value + random.whole(-2, 2));
    return { change: 'set', at, value: Number.isInteger(value) ? near : value * random.between(0.8, 1.2) };
  }
  if (kind === 8) {
    const found = pick(
      all.filter(([, value]) => typeof value === 'boolean'),
      random,
    );
    return found && { change: 'set', at: found[0], value: found[1] !== true };
  }
  const list = pick(['promises', 'teams', 'demand', 'issueTypes', 'channels', 'outcomes'], random) ?? '';
  const one = idOf(pick((document[list] ?? []) as readonly unknown[], random));
  return one === undefined ? undefined : { change: 'remove', at: [list, one] };
}

/** Edits a sample so often, at times from a state of before; gives what differed from an answer from nothing, and how many did not. */
export function differencesAfterEdits(
  sample: string,
  edits: number,
  seed: number,
): { readonly same: number; readonly different: readonly (readonly Command[])[] } {
  const random = randomFrom(seed);
  const tools = createPlanTools();
  const states: Document[] = [JSON.parse(openSample(sample) ?? '') as Document];
  const hashes: (string | undefined)[] = [hashIn(foreseen(tools, { text: JSON.stringify(states[0]) }, []))];
  const different: (readonly Command[])[] = [];
  let same = 0;
  for (let edit = 0; edit < edits; edit += 1) {
    if (states.length > 1 && random.whole(0, 4) === 0) {
      states.pop();
      hashes.pop();
    }
    const document = states.at(-1) as Document;
    const command = anyEdit(document, random);
    if (command === undefined) continue;
    const applied = applyCommands(document, [command]);
    if (!applied.ok) continue;
    const base = hashes.at(-1);
    const text = JSON.stringify(document);
    let kept = foreseen(tools, base === undefined ? { text } : { base }, [command]);
    // The state of before is no longer known by its hash.
    if (kept.ok && kept.value.foreseen === null) kept = foreseen(tools, { text }, [command]);
    const fresh = foreseen(createPlanTools(), { text: JSON.stringify(applied.value.document) }, []);
    if (JSON.stringify(kept) === JSON.stringify(fresh)) same += 1;
    else different.push([command]);
    if (!fresh.ok) continue;
    states.push(applied.value.document as unknown as Document);
    hashes.push(hashIn(fresh));
  }
  return { same, different };
}

type Tools = ReturnType<typeof createPlanTools>;
const foreseen = (
  tools: Tools,
  of: { readonly base: string } | { readonly text: string },
  commands: readonly Command[],
) => tools.foresee({ ...of, commands: [...commands] } as Parameters<Tools['foresee']>[0]);
const hashIn = (reply: ReturnType<Tools['foresee']>): string | undefined =>
  reply.ok ? (reply.value.foreseen?.planHash ?? undefined) : undefined;
