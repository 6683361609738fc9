// Several windows on one library whose requests and answers are put in any order: each edits, undoes and redoes on the state
// that it has seen, looks again where it was refused, and in the end everything that was reported is there, once.
import fc from 'fast-check';
import type { Reply } from '../../core/contract/failures.ts';
import type { PastStep, PlanState } from '../../core/contract/library.ts';
import { createHost } from '../../electron/host/createHost.ts';
import type { LibraryHolder } from '../../electron/host/libraryHolder.ts';
import { smallPlanText } from '../support/smallPlan.ts';

type Act = 'edit' | 'undo' | 'redo';
export const acts: fc.Arbitrary<readonly (readonly Act[])[]> = fc.array(
  fc.array(fc.constantFrom<Act>('edit', 'edit', 'edit', 'undo', 'redo'), { minLength: 1, maxLength: 4 }),
  { minLength: 2, maxLength: 3 },
);

export interface RaceEnd {
  readonly reported: number;
  readonly refused: number;
}

/** Runs one race; throws where the end is not that of some order of the reported steps. */
export async function race(
  library: LibraryHolder,
  scheduler: fc.Scheduler,
  windows: readonly (readonly Act[])[],
): Promise<RaceEnd> {
  const host = createHost({ simulate: () => Promise.reject(new Error('unused')), library });
  const ask = async <T>(method: string, input: unknown): Promise<Reply<T>> =>
    (await host.handle(method, input)) as Reply<T>;
  const added = await ask<PlanState>('library.import', { text: smallPlanText() });
  if (!added.ok) throw new Error(added.failure.code);
  const { plan } = added.value;
  const reported: { readonly revision: number; readonly note: string; readonly act: Act }[] = [];
  let refused = 0;

  const work = async (window: number, list: readonly Act[]): Promise<void> => {
    let base = 0;
    for (const [at, act] of list.entries()) {
      const note = `w${window}-${at}`;
      for (let tries = 0; ; tries += 1) {
        if (tries > 200) throw new Error('never got its turn');
        const change = { plan, base, window: { id: `w${window}`, openedAt: 0 } };
        const commands = [{ change: 'add', at: ['notes'], value: note }];
        // On the way there and on the way back anything may happen.
        await scheduler.schedule(Promise.resolve(), `${note} ${act} asked`);
        const reply = await ask<PlanState>(`plan.${act}`, act === 'edit' ? { ...change, commands } : change);
        await scheduler.schedule(Promise.resolve(), `${note} ${act} answered`);
        if (reply.ok) {
          base = reply.value.revision;
          reported.push({ revision: base, note, act });
          break;
        }
        refused += 1;
        const { code } = reply.failure;
        if (/^(?:nothingTo|undoBlocked)/.test(code)) break;
        if (code !== 'staleRevision') throw new Error(code);
        base = Number(reply.failure.params['revision']);
      }
    }
  };
  const working = Promise.all(windows.map((list, window) => work(window, list)));
  await scheduler.waitFor(working);

  const end = await ask<PlanState>('library.open', { plan });
  const history = await ask<readonly PastStep[]>('plan.history', { plan, limit: 1000 });
  if (!end.ok || !history.ok) throw new Error('the plan cannot be opened');
  const revisions = reported.map(({ revision }) => revision).toSorted((a, b) => a - b);
  const chain = history.value.map(({ revision }) => revision).toSorted((a, b) => a - b);
  if (JSON.stringify(revisions) !== JSON.stringify(chain))
    throw new Error(`reported ${revisions.join(' ')}, kept ${chain.join(' ')}`);
  if (end.value.revision !== revisions.length) throw new Error('a revision was given twice');
  // The same steps one after the other, in the order of their revisions: an undo takes back the own latest edit that stands.
  const expected = serially(reported.toSorted((a, b) => a.revision - b.revision));
  const found = end.value.document.notes.map(String).toSorted();
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(JSON.stringify({ found, expected }));
  await ask('library.remove', { plan });
  await ask('library.erase', { plan });
  return { reported: reported.length, refused };
}

function serially(steps: readonly { readonly note: string; readonly act: Act }[]): readonly string[] {
  const standing = new Set<string>();
  const done = new Map<string, string[]>();
  const undone = new Map<string, string[]>();
  const of = (lists: Map<string, string[]>, window: string): string[] => {
    const list = lists.get(window) ?? [];
    lists.set(window, list);
    return list;
  };
  for (const { note, act } of steps) {
    const window = note.split('-')[0] ?? '';
    const from = act === 'undo' ? of(done, window) : of(undone, window);
    const about = act === 'edit' ? note : (from.pop() ?? '');
    if (act === 'edit') undone.set(window, []);
    if (act === 'undo') {
      standing.delete(about);
      of(undone, window).push(about);
    } else {
      standing.add(about);
      of(done, window).push(about);
    }
  }
  return [...standing].toSorted();
}
