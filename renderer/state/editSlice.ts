// Changes of the shown plan. Each is on the disk when the host answers, so there is nothing to save: there are only
// conflicts with what others did meanwhile, and edits that could not be written, and neither is ever dropped in silence.
import type { Reply } from '../../core/contract/failures.ts';
import type { PlanState } from '../../core/contract/library.ts';
import type { Input } from '../../core/contract/methods.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { sharedParts } from '../../core/plan/edits/sharedParts.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { documentOf, isOfLibrary, type Kept, keptPlan, type OpenConflict, type Unsaved } from './openPlan.ts';
import { asScenario, writtenEdit } from './scenarioSlice.ts';
import type { SliceParts } from './session.ts';

/** What became of an edit: true where it is saved, or came to nothing that had to be. */
export type Saved = boolean;

/**
 * Commands, or what they are on the plan as the edits before have left it; no command is no edit. `document` is the plan that holds the
 * scenarios: another one where a scenario stands in the place of the plan.
 */
export type Edit = readonly Command[] | ((plan: Plan, document: Plan) => readonly Command[]);

/** Asks once a plan: an edit is looked at for whether it is one, foretold, and written. */
export function oncePerPlan(edit: Edit): Edit {
  if (typeof edit !== 'function') return edit;
  let [of, within]: (Plan | null)[] = [null, null];
  let made: readonly Command[] = [];
  return (plan, document) => {
    if (plan !== of || document !== within) {
      made = edit(plan, document);
      [of, within] = [plan, document];
    }
    return made;
  };
}

export interface EditSlice {
  readonly conflict: OpenConflict | null;
  readonly unsaved: Unsaved | null;
  /** True from a change that others made until the person has taken note. */
  readonly changedElsewhere: boolean;
  readonly edit: (edit: Edit) => Promise<Saved>;
  readonly undo: () => Promise<Saved>;
  readonly redo: () => Promise<Saved>;
  /** The plan as it was in a version, as one step. */
  readonly restoreVersion: (version: string) => Promise<Saved>;
  /** The present state stays, and the own edit is let go. */
  readonly keepTheirs: () => void;
  /** The own edit once more, on the present state. */
  readonly putMineOnTop: () => Promise<Saved>;
  /** The own state as a plan of its own, which is then shown; the other stays as it is. */
  readonly keepMineAsCopy: (name: Text) => Promise<void>;
  readonly tryAgain: () => Promise<Saved>;
  readonly dropUnsaved: () => void;
  readonly noteChanged: () => void;
}

export const noEdits = { conflict: null, unsaved: null, changedElsewhere: false } as const;

export interface Editor extends EditSlice {
  /** Whether nothing is on its way, and this would change nothing. */
  readonly isNothing: (edit: Edit) => boolean;
  /** Looks whether others changed the shown plan, and shows what they made of it. */
  readonly lookAgain: () => Promise<void>;
  /** Works after all edits that were asked for, and before those to come. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Settles when all edits that were asked for are answered. */
  readonly settled: () => Promise<unknown>;
}

const mostTries = 4;
/** The plan as it is written is drawn after its figures where those come soon: both at once would hold up the figures. */
const figuresFirstMs = 150;
const moment = (): Promise<void> => new Promise((settle) => setTimeout(settle, figuresFirstMs));

const written = (commands: readonly Command[]): Input<'plan.edit'>['commands'] =>
  commands.map((command) => ({ ...command, at: [...command.at] }));

export function createEditor({ client, set, get }: SliceParts): Editor {
  // One edit at a time: each names the revision that the one before it left.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };

  /** Edits that are not answered yet. */
  let under = 0;

  const kept = (): Kept | null => get().open?.kept ?? null;

  const commandsOf = (edit: Edit): readonly Command[] => {
    if (typeof edit !== 'function') return edit;
    const { open } = get();
    return open === null ? [] : edit(open.plan, documentOf(open).plan);
  };

  /** Shows a state, where the plan is still the one that is shown; what is told beside it changes in the same moment. */
  const take = async (state: PlanState, beside: Partial<EditSlice> = {}): Promise<void> => {
    const { open } = get();
    if (open === null || open.kept?.plan !== state.plan) return set(beside);
    const { scenario } = open;
    // What the edit left alone stays the same object: pictures of it need not be drawn again.
    const document = sharedParts(documentOf(open).plan, state.document);
    const of = keptPlan(open.origin, { ...state, document }, open.kept.window);
    const shown = scenario === null ? of : await asScenario(client, of, scenario.id, open);
    set({ ...(get().open?.key === of.key && { open: shown }), ...beside });
  };

  const changeOf = ({ plan, revision, window }: Kept) => ({ plan, base: revision, window });

  const openConflict = async (
    reply: Extract<Reply<PlanState>, { ok: false }>,
    commands: readonly Command[],
    base: number,
  ): Promise<void> => {
    const { conflict } = reply.failure;
    if (conflict === undefined) return;
    set({ conflict: { ...conflict, commands, since: null } });
    const { plan } = conflict.theirs;
    const history = await client.call('plan.history', { plan, limit: 20 });
    const now = get().conflict;
    if (now === null || now.theirs !== conflict.theirs) return;
    const since = history.ok ? history.value.filter(({ revision }) => revision > base) : [];
    set({ conflict: { ...now, since: since.map(({ name }) => name) } });
  };

  /** As it is written: an edit of a scenario is one of its list of changes. */
  const inScenario = (commands: readonly Command[]): readonly Command[] => {
    const { open } = get();
    return open === null ? commands : writtenEdit(open, commands);
  };

  const write = async (commands: readonly Command[], base: Kept | null): Promise<Saved> => {
    if (base === null) return false;
    const reply = await client.call('plan.edit', { ...changeOf(base), commands: written(commands) });
    if (reply.ok) {
      if (under === 1) await Promise.race([get().foretold(), moment()]);
      await take(reply.value, { unsaved: null, conflict: null });
      return true;
    }
    if (reply.failure.conflict !== undefined) await openConflict(reply, commands, base.revision);
    else if (isOfLibrary(reply.failure) || reply.failure.code === 'unreachable')
      set({ unsaved: { commands, failure: reply.failure } });
    else set({ notice: reply.failure });
    return false;
  };

  /** Others' newer steps do not stand in the way: the library never takes those back. */
  const turn = (ask: (change: ReturnType<typeof changeOf>) => Promise<Reply<PlanState>>): Promise<Saved> =>
    inTurn(async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const now = kept();
        if (now === null || get().conflict !== null) return false;
        const reply = await ask(changeOf(now));
        if (reply.ok) {
          await take(reply.value);
          return true;
        }
        if (reply.failure.conflict === undefined) {
          set({ notice: reply.failure });
          return false;
        }
        await take(reply.failure.conflict.theirs);
      }
      return false;
    });

  return {
    ...noEdits,
    inTurn,
    settled: () => last,
    isNothing: (edit) => under === 0 && commandsOf(edit).length === 0,
    edit: async (edit) => {
      under += 1;
      // An edit that is alone on its way is calculated while it is written: its figures do not wait for the disk.
      if (under === 1) get().preview(commandsOf(edit));
      const saved = await inTurn(async () => {
        if (get().conflict !== null || get().unsaved !== null) return false;
        const commands = commandsOf(edit);
        return commands.length === 0 || write(inScenario(commands), kept());
      });
      under -= 1;
      const { open, figures, preview } = get();
      if (!saved || open?.planHash == null || figures?.planHash === open.planHash) preview(null);
      return saved;
    },
    undo: () => turn((change) => client.call('plan.undo', change)),
    redo: () => turn((change) => client.call('plan.redo', change)),
    restoreVersion: (version) => turn((change) => client.call('versions.restore', { ...change, version })),

    keepTheirs: () => {
      const { conflict } = get();
      if (conflict === null) return;
      set({ conflict: null });
      void inTurn(() => take(conflict.theirs));
    },
    putMineOnTop: () =>
      inTurn(async () => {
        const { conflict } = get();
        const now = kept();
        if (conflict === null || now === null) return false;
        await take(conflict.theirs);
        const base = kept();
        if (conflict.separate || conflict.mine === null) return write(conflict.commands, base);
        // Where the parts are the same, the own edit may no longer fit by itself: then the whole own state is put there.
        const reply = await client.call('plan.edit', {
          ...changeOf(base ?? now),
          commands: written(conflict.commands),
        });
        if (!reply.ok && reply.failure.code === 'editRefused')
          return write([{ change: 'set', at: [], value: conflict.mine }], base);
        if (!reply.ok) {
          if (reply.failure.conflict !== undefined)
            await openConflict(reply, conflict.commands, (base ?? now).revision);
          else set({ notice: reply.failure });
          return false;
        }
        await take(reply.value, { conflict: null });
        return true;
      }),
    keepMineAsCopy: async (name) => {
      const { conflict } = get();
      if (conflict === null || conflict.mine === null) return;
      const text = JSON.stringify({ ...conflict.mine, name });
      const reply = await client.call('library.import', { text });
      if (!reply.ok) {
        set({ notice: reply.failure });
        return;
      }
      set({ conflict: null });
      await get().openPlan(reply.value.plan);
    },

    tryAgain: () =>
      inTurn(async () => {
        const { unsaved } = get();
        return unsaved === null ? false : write(unsaved.commands, kept());
      }),
    dropUnsaved: () => set({ unsaved: null }),
    noteChanged: () => set({ changedElsewhere: false }),

    lookAgain: () =>
      inTurn(async () => {
        const now = kept();
        if (now === null || get().conflict !== null) return;
        const { plan, window } = now;
        const reply = await client.call('library.open', { plan, window });
        if (kept()?.plan !== plan) return;
        if (!reply.ok) {
          // Removed or erased elsewhere: what is shown stays on the screen.
          const { open } = get();
          if (reply.failure.code === 'unknownPlan' && open?.kept)
            set({ open: { ...open, kept: { ...open.kept, removed: true } } });
          return;
        }
        const { revision, removed } = reply.value;
        if (revision === now.revision && removed === now.removed) return;
        await take(reply.value, revision === now.revision ? {} : { changedElsewhere: true });
      }),
  };
}
