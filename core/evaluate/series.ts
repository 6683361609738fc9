// The measures over time, on the axis of the plan.
import type { Basis, MarkedSeries } from '../measures/evaluation.ts';
import type { SeriesMeasure } from '../measures/result.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Steps } from './steps.ts';
import type { Scope } from './tables.ts';
import type { ClassSum, Tallies, TeamSum } from './tallies.ts';

export function seriesOf(
  model: CompiledModel,
  steps: Steps,
  tallies: Tallies,
  scopes: readonly Scope[],
  basisOfPromise: (promise: number) => Basis,
): MarkedSeries[] {
  const { intervals } = model.axis;
  /** How many steps stand for each interval. */
  const times = new Float64Array(intervals);
  for (let k = 0; k < steps.count; k += 1) {
    const at = steps.intervalOf[k] as number;
    times[at] = (times[at] as number) + 1;
  }
  const found: MarkedSeries[] = [];
  const line = (
    measure: SeriesMeasure,
    { kind, id, basis }: Scope,
    valueAt: (interval: number) => number,
  ): void => {
    if (kind === 'issueTypes') return;
    found.push({ measure, scope: kind, id, values: valuesBy(intervals, valueAt), halfWidths: null, basis });
  };
  for (const scope of scopes) {
    if (scope.kind === 'issueTypes') continue;
    const channels = model.channels.flatMap(({ id }, i) =>
      scope.kind === 'total' || scope.id === id ? [i] : [],
    );
    const ofChannel = (name: ClassSum) => summed(tallies.channelSeries[name], channels, intervals);
    const ofTeam = (name: TeamSum) => summed(tallies.teamSeries[name], scope.teams, intervals);
    const per = (of: (i: number) => number) => (i: number) => of(i) / (times[i] as number);
    const mean = (of: (i: number) => number) => (i: number) => of(i) / ((times[i] as number) * steps.seconds);
    if (scope.kind === 'total' || scope.kind === 'channels') {
      const answered = ofChannel('answered');
      const abandoned = ofChannel('abandoned');
      line('offeredContacts', scope, per(ofChannel('offered')));
      line('queueLengthMeanContacts', scope, mean(ofChannel('queueSeconds')));
      line('answeredContacts', scope, per(answered));
      line('abandonedContacts', scope, per(abandoned));
      line('blockedContacts', scope, per(ofChannel('blocked')));
      line('resolvedContacts', scope, per(ofChannel('resolved')));
      const waited = ofChannel('waitSeconds');
      const responseSeconds = ofChannel('firstResponseSeconds');
      const responses = ofChannel('firstResponses');
      line('waitMeanSeconds', scope, (i) => ratio(waited(i), answered(i) + abandoned(i)));
      line('firstResponseMeanSeconds', scope, (i) => ratio(responseSeconds(i), responses(i)));
    } else line('queueLengthMeanContacts', scope, mean(ofTeam('queueSeconds')));
    if (scope.kind === 'channels') continue;
    line('agentsOnDutyMean', scope, mean(ofTeam('dutySeconds')));
    const busy = ofTeam('busySeconds');
    const duty = ofTeam('dutySeconds');
    line('occupancyFraction', scope, (i) => Math.min(1, ratio(busy(i), duty(i))));
    line('backlogMeanContacts', scope, per(ofTeam('backlogSteps')));
  }
  model.promises.forEach(({ id, clock }, p) => {
    if (clock === 'resolution') return;
    const { counted, met } = tallies.promiseSeries;
    found.push({
      ...{
        measure: 'serviceLevelFraction',
        scope: 'promises',
        id,
        halfWidths: null,
        basis: basisOfPromise(p),
      },
      values: valuesBy(intervals, (i) =>
        Math.min(1, ratio(met[p * intervals + i] as number, counted[p * intervals + i] as number)),
      ),
    });
  });
  return found;
}

/** Rows of one length added up, as a function of the interval. */
function summed(rows: Float64Array, of: readonly number[], intervals: number): (interval: number) => number {
  const sums = new Float64Array(intervals);
  for (const row of of) {
    const first = row * intervals;
    for (let i = 0; i < intervals; i += 1) sums[i] = (sums[i] as number) + (rows[first + i] as number);
  }
  return (interval) => sums[interval] as number;
}

const ratio = (x: number, y: number): number => (y > 1e-9 ? Math.max(0, x / y) : Number.NaN);

const valuesBy = (intervals: number, valueAt: (interval: number) => number): (number | null)[] =>
  Array.from({ length: intervals }, (_, i) => {
    const value = valueAt(i);
    return Number.isFinite(value) ? value : null;
  });
