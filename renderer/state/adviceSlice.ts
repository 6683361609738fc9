// What is proposed to the company whose needs the shown plan holds: asked anew after each answer, the latest wins, and then
// each proposal is simulated, one after another, until the next answer.
import type { NeedsSample } from '../../core/contract/advice.ts';
import type { Failure } from '../../core/contract/failures.ts';
import type { Advice, Candidate, CandidateKind } from '../../core/measures/advice.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Needs } from '../../core/plan/schema/needs.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { type AdviceChange, adviceChangeBetween } from '../../core/report/adviceChange.ts';
import { type Strip, simulatedStrip } from '../../core/report/strip.ts';
import { firstRun, runOptionsOf } from './runChoice.ts';
import type { SliceParts } from './session.ts';

export interface ShownAdvice {
  /** The answers that it follows from, and the money and week that they are written in. */
  readonly needs: Needs;
  readonly locale: Plan['locale'];
  readonly advice: Advice;
  /** Against the proposals before the last answer; null where there were none. */
  readonly change: AdviceChange | null;
}

export interface Confirmed {
  /** Of the proposal as it was simulated. */
  readonly text: string;
  /** Null where its simulation failed. */
  readonly strip: Strip | null;
}

export interface AdviceSlice {
  /** The last that came; it may follow from the answers before the last one. */
  readonly advice: ShownAdvice | null;
  readonly adviceFailure: Failure | null;
  /** What the simulation said of each proposal. */
  readonly confirmed: { readonly [kind in CandidateKind]?: Confirmed };
  /** The proposal that is being simulated. */
  readonly confirming: CandidateKind | null;
  /** A proposal that was kept as a plan of its own; null until one was. */
  readonly keptApart: { readonly of: CandidateKind; readonly plan: string; readonly name: Text } | null;
  /** Puts a proposal with the answers that it follows from among the plans; what is shown stays. */
  readonly keepApart: (candidate: Candidate) => Promise<void>;
  /** Needs that come with the product; empty until they are known. */
  readonly needsSamples: readonly NeedsSample[];
  readonly loadNeedsSamples: () => Promise<void>;
  /** Follows the answers of the shown plan; `leaveAdvice` ends it. */
  readonly followNeeds: () => void;
  readonly leaveAdvice: () => void;
}

export const noAdvice = {
  advice: null,
  adviceFailure: null,
  confirmed: {},
  confirming: null,
  keptApart: null,
} as const;

/** Answers that follow one another quickly are taken together. */
const waitMs = 150;
/** A person who is still answering needs the machine for the formulas. */
const confirmAfterMs = 800;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((settle) => setTimeout(settle, milliseconds));

export function createAdvice({ client, set, get }: SliceParts): AdviceSlice {
  // Each question has a number; what comes back for an older one is left aside.
  let asking = 0;
  let run: string | null = null;

  const leaveAdvice = (): void => {
    asking += 1;
    if (run !== null) void client.call('simulation.cancel', { run });
    run = null;
    if (get().confirming !== null) set({ confirming: null });
  };

  const ask = async (mine: number): Promise<void> => {
    await pause(waitMs);
    const { open } = get();
    if (mine !== asking || open === null || open.plan.needs === undefined) return;
    const { needs, locale, horizon, teams } = open.plan;
    const { advice } = get();
    if (advice?.needs !== needs || advice.locale !== locale) {
      const reply = await client.call('advice.propose', {
        needs,
        locale,
        start: horizon.start,
        // Who is in the plan already is the present organisation, unless another one was named.
        ...(needs.present === undefined && teams.length > 0 && { present: open.text }),
      });
      if (mine !== asking || get().open?.key !== open.key) return;
      if (!reply.ok) return set({ adviceFailure: reply.failure });
      take({ needs, locale }, reply.value);
    }
    await pause(confirmAfterMs);
    for (const candidate of get().advice?.advice.candidates ?? []) {
      if (mine !== asking) return;
      if (get().confirmed[candidate.id]?.text !== candidate.text) await confirm(mine, candidate);
    }
    if (mine === asking) set({ confirming: null });
  };

  /** What was simulated of a proposal stays as long as the proposal is the same. */
  const take = (asked: Pick<ShownAdvice, 'needs' | 'locale'>, advice: Advice): void => {
    const { advice: before, confirmed } = get();
    const still = advice.candidates.flatMap(({ id, text }) => {
      const found = confirmed[id];
      return found?.text === text ? [[id, found] as const] : [];
    });
    set({
      advice: {
        ...asked,
        advice,
        change: before === null ? null : adviceChangeBetween(before.advice, advice),
      },
      adviceFailure: null,
      confirmed: Object.fromEntries(still),
    });
  };

  const confirm = async (mine: number, { id, text, document }: Candidate): Promise<void> => {
    set({ confirming: id });
    const started = await client.call('simulation.start', { text, options: runOptionsOf(firstRun) });
    if (!started.ok) return note(mine, id, text, null);
    const own = started.value.run;
    if (mine !== asking) return void client.call('simulation.cancel', { run: own });
    run = own;
    for (let after = -1; ; ) {
      const reply = await client.call('simulation.next', { run: own, after });
      if (mine !== asking) return;
      if (!reply.ok) return note(mine, id, text, null);
      after = reply.value.sequence;
      if (reply.value.state === 'running') continue;
      run = null;
      const { result } = reply.value;
      return note(mine, id, text, result === null ? null : simulatedStrip(document, result));
    }
  };

  const note = (mine: number, id: CandidateKind, text: string, strip: Strip | null): void => {
    if (mine === asking) set({ confirmed: { ...get().confirmed, [id]: { text, strip } } });
  };

  return {
    ...noAdvice,
    keepApart: async ({ id, document }) => {
      const { advice } = get();
      const text = JSON.stringify({ ...document, ...(advice !== null && { needs: advice.needs }) });
      const reply = await client.call('library.import', { text, unlessPresent: true });
      if (!reply.ok) return set({ notice: reply.failure });
      set({ keptApart: { of: id, plan: reply.value.plan, name: document.name } });
      await get().loadLibrary();
    },
    needsSamples: [],
    loadNeedsSamples: async () => {
      if (get().needsSamples.length > 0) return;
      const reply = await client.call('advice.samples', {});
      if (reply.ok) set({ needsSamples: reply.value });
    },
    followNeeds: () => {
      leaveAdvice();
      void ask(asking);
    },
    leaveAdvice,
  };
}
