// What a plan hangs on, what breaks it and what it costs at least: the studies of sensitivity, break-even, stress and least cost, asked
// for and of the content they were asked of; and the price of pooling, which is answered at once.
import type { Failure } from '../../core/contract/failures.ts';
import type { Input, Output } from '../../core/contract/methods.ts';
import type { StudyValues } from '../../core/contract/studies.ts';
import type { BusiestWork } from '../../core/measures/pooling.ts';
import { followStudy, type StudyFollower } from './followStudy.ts';
import type { StudiedPlan } from './isStudyOld.ts';
import type { SliceParts } from './session.ts';

export type MattersStudy = 'sensitivity' | 'breakEven' | 'stress' | 'leastCost';

export interface StudyShown<S extends MattersStudy> {
  /** Null before the first; of a plan that may have moved on (`isStudyOld`). */
  readonly found: (StudiedPlan & { readonly value: StudyValues[S] }) | null;
  readonly running: { readonly done: number; readonly expected: number } | null;
  readonly failure: Failure | null;
}

export type PooledAnswer = Output<'pooling.price'>;

export interface MattersSlice {
  readonly matters: { readonly [S in MattersStudy]: StudyShown<S> };
  /** `groups`: whose numbers a search may change. */
  readonly startMatters: (study: MattersStudy, check: boolean, groups?: readonly string[]) => void;
  readonly stopMatters: (study: MattersStudy) => void;
  /** The live work at its busiest; null while it is not known. */
  readonly askBusiest: (by: BusiestWork['by']) => Promise<BusiestWork | Failure | null>;
  /** Undefined where another question was asked meanwhile. */
  readonly askPooling: (asked: Input<'pooling.price'>) => Promise<PooledAnswer | Failure | undefined>;
}

const idle = { found: null, running: null, failure: null } as const;
export const noMatters = {
  matters: { sensitivity: idle, breakEven: idle, stress: idle, leastCost: idle },
} as const;

/** Enough for a difference under common customers; more is a question of its own (`saff sensitivity --replications`). */
const replications = 20;

const askedOf = (study: MattersStudy, check: boolean, groups: readonly string[] | undefined) =>
  study === 'leastCost'
    ? { study, check, ...(groups !== undefined && { groups: [...groups] }) }
    : { study, check, replications };

export function createMatters({ client, set, get }: SliceParts): MattersSlice {
  const followers: Readonly<Record<MattersStudy, StudyFollower>> = {
    sensitivity: followStudy(client),
    breakEven: followStudy(client),
    stress: followStudy(client),
    leastCost: followStudy(client),
  };
  let asking = 0;
  const show = <S extends MattersStudy>(study: S, more: Partial<StudyShown<S>>): void =>
    set(({ matters }) => ({ matters: { ...matters, [study]: { ...matters[study], ...more } } }));
  return {
    ...noMatters,
    startMatters: (study, check, groups) => {
      const { open } = get();
      if (open === null || open.planHash === null) return;
      const { text, plan, planHash, key } = open;
      show(study, { running: { done: 0, expected: 1 }, failure: null });
      const isShown = (): boolean => get().open?.key === key;
      void followers[study].start(
        { text, asked: askedOf(study, check, groups) },
        {
          onProgress: (done, expected) =>
            isShown() ? show(study, { running: { done, expected } }) : followers[study].stop(),
          onFailure: (failure) => {
            if (isShown()) show(study, { running: null, failure });
          },
          onFinding: (finding) => {
            if (isShown() && finding.study === study)
              show(study, { running: null, found: { plan, planHash, value: finding.value as never } });
          },
        },
      );
    },
    stopMatters: (study) => {
      followers[study].stop();
      show(study, { running: null });
    },
    askBusiest: async (by) => {
      const { open } = get();
      if (open === null || open.planHash === null) return null;
      const reply = await client.call('plan.busiest', { text: open.text, by });
      return reply.ok ? reply.value.busiest : reply.failure;
    },
    askPooling: async (asked) => {
      asking += 1;
      const mine = asking;
      const reply = await client.call('pooling.price', asked);
      if (mine !== asking) return undefined;
      return reply.ok ? reply.value : reply.failure;
    },
  };
}
