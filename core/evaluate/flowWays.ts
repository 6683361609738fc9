// The ways on which contacts go between the parts of a plan, each known by its place in one list: looked up once for all answers.
import type { Flow } from '../measures/evaluation.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { type Lanes, type Line, nextOf } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';
import { ofLine } from './unitSums.ts';

export type FlowEnds = Omit<Flow, 'contactsPerDay'>;

/** A hand-over of a line: its flow, the sum of the line that goes such ways, its share of all that do, and the stage to which it goes. */
export interface HandOverWay {
  readonly flow: number;
  readonly sum: number;
  readonly share: number;
  readonly all: number;
  readonly to: number;
}

/** A group of the set of a line that is of another team, by its place in the set. */
export interface OverflowWay {
  readonly flow: number;
  readonly group: number;
}

export interface FlowWays {
  readonly ends: readonly FlowEnds[];
  /** By line; none of internal work, which is no contacts. */
  readonly handOvers: readonly (readonly HandOverWay[])[];
  readonly overflows: readonly (readonly OverflowWay[])[];
  /** By class; -1: nobody arrives. */
  readonly arrivals: Int32Array;
}

export function flowWaysOf(model: SteadyModel, lanes: Lanes): FlowWays {
  const ends: FlowEnds[] = [];
  const places = new Map<string, number>();
  const flowOf = (kind: Flow['kind'], from: string, to: string | null): number => {
    const key = `${kind} ${from} ${to ?? ''}`;
    let place = places.get(key);
    if (place === undefined) {
      place = ends.push({ kind, from, to }) - 1;
      places.set(key, place);
    }
    return place;
  };
  const teamOf = (index: number | undefined): string => model.teams[index ?? -1]?.id ?? '';
  const handOversOf = ({ stage, pair, team }: Line): HandOverWay[] => {
    const nexts = nextOf(model, stage, pair);
    const all = { dispatch: 0, department: 0, hierarchical: 0, functional: 0 };
    for (const { kind, share } of nexts) all[kindOf(kind)] += share;
    return nexts.flatMap(({ kind, share, stage: to }): HandOverWay[] => {
      const of = kindOf(kind);
      if (!(all[of] > 0)) return [];
      const toTeam = of === 'department' ? null : teamOf(model.stages[to]?.homeTeam);
      return [{ flow: flowOf(of, teamOf(team), toTeam), sum: sumOf[of], share, all: all[of], to }];
    });
  };
  const overflowsOf = ({ set, team }: Line): OverflowWay[] =>
    (lanes.sets[set]?.groups ?? []).flatMap((g, group): OverflowWay[] => {
      const other = model.groups[g]?.team ?? team;
      return other === team ? [] : [{ flow: flowOf('overflow', teamOf(team), teamOf(other)), group }];
    });
  return {
    ends,
    handOvers: lanes.lines.map((line) => (line.isInternal ? [] : handOversOf(line))),
    overflows: lanes.lines.map((line) => (line.isInternal ? [] : overflowsOf(line))),
    arrivals: Int32Array.from(model.classes, ({ firstStage, channel, isInternal }) =>
      firstStage < 0 || isInternal
        ? -1
        : flowOf('arrival', model.channels[channel]?.id ?? '', teamOf(model.stages[firstStage]?.homeTeam)),
    ),
  };
}

const kindOf = (kind: number): Exclude<Flow['kind'], 'arrival' | 'overflow'> => {
  if (kind === 0) return 'dispatch';
  if (kind === outcomeKind.otherDepartment) return 'department';
  return kind === outcomeKind.toLead ? 'hierarchical' : 'functional';
};
const sumOf = {
  // Dispatching is no transfer: all that a dispatcher takes goes on.
  dispatch: ofLine.answered,
  department: ofLine.otherDepartment,
  hierarchical: ofLine.toLead,
  functional: ofLine.escalated,
} as const;
