// Contacts a day along each way between the parts of a plan, from the sums of the walk by line. What an overflow team takes
// over is reckoned as the loads are: by who is on duty, the less the later a group may take over.
import type { Flow } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { loadWeight } from './groupLoads.ts';
import { type Line, type Network, nextOf } from './network.ts';
import type { Steps } from './steps.ts';
import type { Tallies } from './tallies.ts';
import { lineCount, ofLine } from './unitSums.ts';

const secondsPerDay = 86_400;

class Flows {
  private readonly counts = new Map<string, number>();
  private readonly ends = new Map<string, Omit<Flow, 'contactsPerDay'>>();

  add(kind: Flow['kind'], from: string, to: string | null, count: number): void {
    if (!(count > 0)) return;
    const key = `${kind} ${from} ${to ?? ''}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
    if (!this.ends.has(key)) this.ends.set(key, { kind, from, to });
  }

  perDay(days: number): readonly Flow[] {
    return [...this.ends].map(([key, ends]) => ({
      ...ends,
      contactsPerDay: (this.counts.get(key) ?? 0) / days,
    }));
  }
}

/**
 * The flows of a plan over its counted time, each way once, none of no contacts. Ranges: 0 and up, contacts a day.
 * Example: 240 calls a day before one team, of which 25 % are handed on to another: an `arrival` of 240 and a `functional`
 * flow of 60.
 */
export function flowsOf(
  model: CompiledModel,
  network: Network,
  steps: Steps,
  agents: readonly Float64Array[],
  tallies: Tallies,
): readonly Flow[] {
  const flows = new Flows();
  const handedTo = new Float64Array(model.stages.length);
  const sum = (l: number, name: keyof typeof ofLine): number =>
    tallies.ofLine[l * lineCount + ofLine[name]] as number;
  network.lines.forEach((line, l) => {
    if (!line.isInternal) handOvers(model, line, (name) => sum(l, name), flows, handedTo);
  });
  const onDuty = agents.map(meanOf);
  const visits = new Float64Array(model.stages.length);
  network.lines.forEach((line, l) => {
    if (line.isInternal) return;
    visits[line.stage] = (visits[line.stage] as number) + sum(l, 'visits');
    overflows(model, network, line, sum(l, 'answered'), onDuty, flows);
  });
  model.classes.forEach(({ firstStage, channel, isInternal }) => {
    if (firstStage < 0 || isInternal) return;
    const from = model.channels[channel]?.id ?? '';
    const came = (visits[firstStage] as number) - (handedTo[firstStage] as number);
    flows.add('arrival', from, teamOf(model, model.stages[firstStage]?.homeTeam), came);
  });
  return flows.perDay((steps.horizonSeconds - steps.warmUpSeconds) / secondsPerDay);
}

const teamOf = (model: CompiledModel, index: number | undefined): string =>
  model.teams[index ?? -1]?.id ?? '';

const meanOf = (series: Float64Array): number =>
  series.reduce((total, one) => total + one, 0) / Math.max(1, series.length);

const kindOf = (kind: number): Exclude<Flow['kind'], 'arrival' | 'overflow'> => {
  if (kind === 0) return 'dispatch';
  if (kind === outcomeKind.otherDepartment) return 'department';
  return kind === outcomeKind.toLead ? 'hierarchical' : 'functional';
};
const sumOf = {
  // Dispatching is no transfer: all that a dispatcher takes goes on.
  dispatch: 'answered',
  department: 'otherDepartment',
  hierarchical: 'toLead',
  functional: 'escalated',
} as const;

function handOvers(
  model: CompiledModel,
  { stage, pair, team }: Line,
  sum: (name: keyof typeof ofLine) => number,
  flows: Flows,
  handedTo: Float64Array,
): void {
  const nexts = nextOf(model, stage, pair);
  const all = { dispatch: 0, department: 0, hierarchical: 0, functional: 0 };
  for (const { kind, share } of nexts) all[kindOf(kind)] += share;
  for (const { kind, share, stage: to } of nexts) {
    const of = kindOf(kind);
    if (!(all[of] > 0)) continue;
    const count = (sum(sumOf[of]) * share) / all[of];
    handedTo[to] = (handedTo[to] as number) + count;
    flows.add(
      of,
      teamOf(model, team),
      of === 'department' ? null : teamOf(model, model.stages[to]?.homeTeam),
      count,
    );
  }
}

function overflows(
  model: CompiledModel,
  { sets }: Network,
  { set, team }: Line,
  answered: number,
  onDuty: readonly number[],
  flows: Flows,
): void {
  const { groups, weights } = sets[set] ?? { groups: [], weights: [] };
  const rooms = groups.map((g, i) => (onDuty[g] ?? 0) * loadWeight(weights[i] ?? 0));
  const all = rooms.reduce((total, room) => total + room, 0);
  if (!(all > 0)) return;
  groups.forEach((g, i) => {
    const other = model.groups[g]?.team ?? team;
    if (other !== team)
      flows.add('overflow', teamOf(model, team), teamOf(model, other), (answered * (rooms[i] ?? 0)) / all);
  });
}
