// Where each line hands on to, and how fast what is under way at it ends: looked up once for all walks through a plan.
import { expm1 } from '../numerics/expm1.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { type Lanes, type Line, nextOf } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';
import { openShares, type Steps } from './steps.ts';
import type { Unit } from './units.ts';

/** Where a line hands on to; inside: within its unit and without another department between. */
export type Next = ReturnType<typeof nextOf>[number] & {
  readonly isInside: boolean;
  readonly isOwnUnit: boolean;
  readonly isAhead: boolean;
};

export interface Ways {
  /** By line. */
  readonly nexts: readonly (readonly Next[])[];
  /** Of these what leaves the unit or is away for a time. */
  readonly outside: readonly (readonly Next[])[];
  /** By line the share of its handlings after which another department, a lead or another tier takes over; of the last two in all. */
  readonly departmentShare: Float64Array;
  readonly leadShare: Float64Array;
  readonly escalatedShare: Float64Array;
  readonly transferShare: Float64Array;
  readonly handsOverInside: Uint8Array;
  /** Of each line what stays within its unit, in the order of its next stages: from one place to that of the next line. */
  readonly insideFrom: Int32Array;
  readonly insideStage: Int32Array;
  readonly insideShare: Float64Array;
  readonly insideIsAhead: Uint8Array;
  /** Whether any line hands on to a stage, or its lines hand on within the unit. */
  readonly isBusy: Uint8Array;
  /** Seconds from beginning to end of a visit, and the share of what is under way that ends in a step. */
  readonly span: Float64Array;
  readonly gone: Float64Array;
  /** Share of each step in which a team is open; null: always. */
  readonly isOpen: readonly (Float64Array | null)[];
  /** Lines to which nothing can ever come: of live work whose team never closes. */
  readonly isDead: Uint8Array;
}

export function waysOf(
  model: SteadyModel,
  network: Lanes,
  units: readonly Unit[],
  steps: Steps,
  isOpen: Ways['isOpen'],
): Ways {
  const { lines, liveLine, placeOf } = network;
  const unitOfStage = new Int32Array(model.stages.length).fill(-1);
  units.forEach(({ stages }, u) => {
    for (const stage of stages) unitOfStage[stage] = u;
  });
  const isBusy = new Uint8Array(model.stages.length);
  const handsOverInside = new Uint8Array(lines.length);
  const insideFrom = new Int32Array(lines.length + 1);
  const inside: Next[] = [];
  const nexts = lines.map(({ stage, pair }, l) => {
    const found: Next[] = [];
    for (const { stage: to, share, kind, law } of nextOf(model, stage, pair)) {
      const isOwnUnit = unitOfStage[to] === unitOfStage[stage];
      const isAhead = (placeOf[to] as number) > (placeOf[stage] as number);
      const isInside = isOwnUnit && kind !== outcomeKind.otherDepartment;
      const next = { stage: to, share, kind, law, isOwnUnit, isAhead, isInside };
      found.push(next);
      if (to >= 0) isBusy[to] = 1;
      if (!isInside) continue;
      inside.push(next);
      handsOverInside[l] = 1;
      isBusy[stage] = 1;
    }
    insideFrom[l + 1] = inside.length;
    return found;
  });
  const shareOf = (isMeant: (kind: number) => boolean): Float64Array =>
    Float64Array.from(nexts, (found) =>
      found.reduce((sum, { share, kind }) => (isMeant(kind) ? sum + share : sum), 0),
    );
  const { otherDepartment, toLead } = outcomeKind;
  const span = Float64Array.from(lines, spanOf);
  const startsWith = new Set(model.classes.map(({ backlog }) => backlog?.stage ?? -1));
  return {
    ...{ nexts, handsOverInside, insideFrom, isBusy, span, isOpen },
    outside: nexts.map((found) => found.filter(({ isInside }) => !isInside)),
    departmentShare: shareOf((kind) => kind === otherDepartment),
    leadShare: shareOf((kind) => kind === toLead),
    escalatedShare: shareOf((kind) => kind !== 0 && kind !== otherDepartment && kind !== toLead),
    transferShare: shareOf((kind) => kind !== 0 && kind !== otherDepartment),
    insideStage: Int32Array.from(inside, ({ stage }) => stage),
    insideShare: Float64Array.from(inside, ({ share }) => share),
    insideIsAhead: Uint8Array.from(inside, ({ isAhead }) => (isAhead ? 1 : 0)),
    gone: span.map((seconds) => -expm1(-steps.seconds / seconds)),
    isDead: Uint8Array.from(lines, ({ live, stage, team }) =>
      !live && liveLine[stage] !== -1 && isOpen[team] === null && !startsWith.has(stage) ? 1 : 0,
    ),
  };
}

export const teamsOpen = ({ teams, windows }: CompiledModel, steps: Steps): Ways['isOpen'] =>
  teams.map(({ windows: at }) =>
    at === 0 ? null : openShares(windows[at] as CompiledModel['windows'][number], steps),
  );

const spanOf = ({ spanSeconds }: Line): number => Math.max(1e-3, spanSeconds);
