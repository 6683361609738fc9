// Contacts a day along each way between the parts of a plan, from the sums of the walk by line. What an overflow team takes
// over is reckoned as the loads are: by who is on duty, the less the later a group may take over.
import type { Flow } from '../measures/evaluation.ts';
import type { FlowEnds, FlowWays, HandOverWay, OverflowWay } from './flowWays.ts';
import { loadWeight } from './groupLoads.ts';
import type { Lanes, Line } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';
import type { Steps } from './steps.ts';
import type { Tallies } from './tallies.ts';
import { add, lineCount, ofLine } from './unitSums.ts';

const secondsPerDay = 86_400;

/** Contacts by flow, in the order in which the flows were met. */
class Counts {
  private readonly ends: readonly FlowEnds[];
  private readonly counts: Float64Array;
  private readonly met: number[] = [];

  constructor(ends: readonly FlowEnds[]) {
    this.ends = ends;
    this.counts = new Float64Array(ends.length);
  }

  add(flow: number, count: number): void {
    if (!(count > 0)) return;
    if (this.counts[flow] === 0) this.met.push(flow);
    add(this.counts, flow, count);
  }

  perDay(days: number): readonly Flow[] {
    return this.met.map((flow) => {
      const { kind, from, to } = this.ends[flow] as FlowEnds;
      return { kind, from, to, contactsPerDay: (this.counts[flow] as number) / days };
    });
  }
}

/**
 * The flows of a plan over its counted time, each way once, none of no contacts. Ranges: 0 and up, contacts a day.
 * Example: 240 calls a day before one team, of which 25 % are handed on to another: an `arrival` of 240 and a `functional`
 * flow of 60.
 */
export function flowsOf(
  model: SteadyModel,
  { lines, sets }: Lanes,
  steps: Steps,
  agents: readonly Float64Array[],
  tallies: Tallies,
  { ends, handOvers, overflows, arrivals }: FlowWays,
): readonly Flow[] {
  const flows = new Counts(ends);
  const handedTo = new Float64Array(model.stages.length);
  const sums = tallies.ofLine;
  for (let l = 0; l < lines.length; l += 1) {
    const ways = handOvers[l] as readonly HandOverWay[];
    for (let i = 0; i < ways.length; i += 1) {
      const { flow, sum, share, all, to } = ways[i] as HandOverWay;
      const count = ((sums[l * lineCount + sum] as number) * share) / all;
      add(handedTo, to, count);
      flows.add(flow, count);
    }
  }
  const onDuty = agents.map(meanOf);
  const rooms = sets.map(({ groups, weights }) =>
    groups.map((g, i) => (onDuty[g] ?? 0) * loadWeight(weights[i] ?? 0)),
  );
  const roomOf = rooms.map((own) => own.reduce((total, room) => total + room, 0));
  const visits = new Float64Array(model.stages.length);
  for (let l = 0; l < lines.length; l += 1) {
    const { isInternal, stage, set } = lines[l] as Line;
    if (isInternal) continue;
    add(visits, stage, sums[l * lineCount + ofLine.visits] as number);
    const all = roomOf[set] ?? 0;
    if (!(all > 0)) continue;
    const answered = sums[l * lineCount + ofLine.answered] as number;
    const ways = overflows[l] as readonly OverflowWay[];
    for (let i = 0; i < ways.length; i += 1) {
      const { flow, group } = ways[i] as OverflowWay;
      flows.add(flow, (answered * (rooms[set]?.[group] as number)) / all);
    }
  }
  for (let c = 0; c < arrivals.length; c += 1) {
    const flow = arrivals[c] as number;
    const stage = model.classes[c]?.firstStage ?? -1;
    if (flow !== -1) flows.add(flow, (visits[stage] as number) - (handedTo[stage] as number));
  }
  return flows.perDay((steps.horizonSeconds - steps.warmUpSeconds) / secondsPerDay);
}

function meanOf(series: Float64Array): number {
  let total = 0;
  for (let k = 0; k < series.length; k += 1) total += series[k] as number;
  return total / Math.max(1, series.length);
}
