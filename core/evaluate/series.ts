// The measures over time, on the axis of the plan.
import type { Basis, MarkedSeries } from '../measures/evaluation.ts';
import type { SeriesMeasure } from '../measures/result.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { ChannelLine, OverTime, TeamLine } from './overTime.ts';
import { expectedOf } from './promiseTables.ts';
import type { Scope } from './scopes.ts';
import type { Steps } from './steps.ts';

type Values = (number | null)[];

export function seriesOf(
  model: CompiledModel,
  steps: Steps,
  { all: sums }: OverTime,
  scopes: readonly Scope[],
  basisOfPromise: (promise: number) => Basis,
): MarkedSeries[] {
  const { intervals } = model.axis;
  /** How many steps stand for each interval, and their seconds. */
  const times = new Float64Array(intervals);
  for (let k = 0; k < steps.count; k += 1) {
    const at = steps.intervalOf[k] as number;
    times[at] = (times[at] as number) + 1;
  }
  const spans = times.map((count) => count * steps.seconds);
  const found: MarkedSeries[] = [];
  for (const { kind, id, basis, teams } of scopes) {
    if (kind === 'issueTypes') continue;
    const line = (measure: SeriesMeasure, values: Values): void => {
      found.push({ measure, scope: kind, id, values, halfWidths: null, basis });
    };
    const channels =
      kind === 'total' || kind === 'channels'
        ? model.channels.flatMap((channel, i) => (kind === 'total' || channel.id === id ? [i] : []))
        : [];
    const ofChannel = (name: ChannelLine) => summed(sums.channels[name], channels, intervals);
    const ofTeam = (name: TeamLine) => summed(sums.teams[name], teams, intervals);
    if (kind === 'total' || kind === 'channels') {
      const answered = ofChannel('answered');
      const abandoned = ofChannel('abandoned');
      line('offeredContacts', over(ofChannel('offered'), times));
      line('queueLengthMeanContacts', over(ofChannel('queueSeconds'), spans));
      line('answeredContacts', over(answered, times));
      line('abandonedContacts', over(abandoned, times));
      line('blockedContacts', over(ofChannel('blocked'), times));
      line('resolvedContacts', over(ofChannel('resolved'), times));
      for (let i = 0; i < intervals; i += 1) answered[i] = (answered[i] as number) + (abandoned[i] as number);
      line('waitMeanSeconds', ratios(ofChannel('waitSeconds'), answered, Number.POSITIVE_INFINITY));
      const responses = ofChannel('firstResponses');
      const seconds = ofChannel('firstResponseSeconds');
      line('firstResponseMeanSeconds', ratios(seconds, responses, Number.POSITIVE_INFINITY));
    } else line('queueLengthMeanContacts', over(ofTeam('queueSeconds'), spans));
    if (kind === 'channels') continue;
    const duty = ofTeam('dutySeconds');
    line('agentsOnDutyMean', over(duty, spans));
    line('occupancyFraction', ratios(ofTeam('busySeconds'), duty, 1));
    line('backlogMeanContacts', over(ofTeam('backlogSteps'), times));
  }
  model.promises.forEach(({ id, clock, ofExpected }, p) => {
    if (clock === 'resolution') return;
    const part = (of: Float64Array) => of.subarray(p * intervals, (p + 1) * intervals);
    const { counted, met } = sums.promises;
    found.push({
      ...{ measure: 'serviceLevelFraction', scope: 'promises', id, halfWidths: null },
      basis: basisOfPromise(p),
      values: ofExpected
        ? ratios(
            part(met),
            expectedOf(model, steps, p)?.byInterval ?? part(counted),
            Number.POSITIVE_INFINITY,
          )
        : ratios(part(met), part(counted), 1),
    });
  });
  return found;
}

/** Rows of one length added up. */
function summed(rows: Float64Array, of: readonly number[], intervals: number): Float64Array {
  const sums = new Float64Array(intervals);
  for (let r = 0; r < of.length; r += 1) {
    const first = (of[r] as number) * intervals;
    for (let i = 0; i < intervals; i += 1) sums[i] = (sums[i] as number) + (rows[first + i] as number);
  }
  return sums;
}

/** Null where no step stands for an interval. */
function over(sums: Float64Array, of: Float64Array): Values {
  const values: Values = new Array(sums.length);
  for (let i = 0; i < sums.length; i += 1) {
    const count = of[i] as number;
    values[i] = count > 0 ? (sums[i] as number) / count : null;
  }
  return values;
}

/** Null where there is nothing to share. */
function ratios(sums: Float64Array, of: Float64Array, most: number): Values {
  const values: Values = new Array(sums.length);
  for (let i = 0; i < sums.length; i += 1) {
    const whole = of[i] as number;
    values[i] = whole > 1e-9 ? Math.min(most, Math.max(0, (sums[i] as number) / whole)) : null;
  }
  return values;
}
