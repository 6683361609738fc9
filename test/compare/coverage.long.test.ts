// How often the interval of a difference covers the true difference, on pairs of call centres whose difference is known by formula.
import { describe, expect, it } from 'vitest';
import { pairedDifference, sampleOf } from '../../core/compare/index.ts';
import type { MeasureId } from '../../core/measures/catalogue.ts';
import { erlangA } from '../../core/queueing/erlangA.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { measureColumns, measurePartsOf } from '../../core/simulation/collect/measureParts.ts';
import { simulateReplication } from '../../core/simulation/index.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import type { Result } from '../../core/units/result.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { singleQueuePlan } from '../support/plans.ts';

const experiments = 1000;
const replications = 20;
const handlingSeconds = 300;
const targetSeconds = 20;
const patienceSeconds = 120;

interface Centre {
  readonly agents: number;
  readonly contactsPerHour: number;
}
type Truth = Readonly<Partial<Record<MeasureId, number>>>;

const valueOf = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const times = { handling: seconds(handlingSeconds), target: seconds(targetSeconds) };
const waiting = ({ agents, contactsPerHour }: Centre): Truth => {
  const exact = valueOf(erlangC({ agents, arrivals: perSecond(contactsPerHour / 3600), ...times }));
  return {
    serviceLevelFraction: exact.serviceLevel,
    waitMeanSeconds: exact.meanWait,
    occupancyFraction: exact.occupancy,
  };
};
const leaving = ({ agents, contactsPerHour }: Centre): Truth => {
  const patience = seconds(patienceSeconds);
  const exact = valueOf(erlangA({ agents, arrivals: perSecond(contactsPerHour / 3600), patience, ...times }));
  return {
    serviceLevelFraction: exact.serviceLevels.ofOffered,
    abandonedFraction: exact.abandonment,
    waitMeanSeconds: exact.meanWait,
  };
};

const pairs = [
  [
    'Erlang C, one agent more',
    waiting,
    { agents: 10, contactsPerHour: 96 },
    { agents: 11, contactsPerHour: 96 },
  ],
  [
    'Erlang C, a tenth more calls',
    waiting,
    { agents: 20, contactsPerHour: 190 },
    { agents: 20, contactsPerHour: 209 },
  ],
  [
    'Erlang A, one agent more',
    leaving,
    { agents: 20, contactsPerHour: 240 },
    { agents: 21, contactsPerHour: 240 },
  ],
] as const;

const modelOf = (centre: Centre, patience: boolean) =>
  compiledPlan({
    ...singleQueuePlan({
      ...centre,
      ...{ meanHandlingSeconds: handlingSeconds, targetSeconds },
      ...(patience && { patienceSeconds }),
    }),
    horizon: { start: '2026-01-05', days: 1, warmUpDays: 0.4 },
  });

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

describe.each(pairs)('the interval of a difference: %s', (name, truthOf, from, to) => {
  it(`covers the difference that is known by formula in 93 to 97 % of ${experiments} experiments`, () => {
    const models = [from, to].map((centre) => modelOf(centre, truthOf === leaving));
    const sides = models.map((model) => ({
      model,
      partsOf: measurePartsOf(model),
      columns: measureColumns(model),
    }));
    const [before, after] = [truthOf(from), truthOf(to)];
    const figures = Object.keys(before) as MeasureId[];
    const covered = figures.map(() => 0);
    const widths = figures.map(() => 0);
    for (let seed = 1; seed <= experiments; seed += 1) {
      const rows = sides.map(({ model, partsOf }) =>
        Array.from({ length: replications }, (_, r) => partsOf(simulateReplication(model, seed, r).values)),
      );
      figures.forEach((measure, k) => {
        const [one, other] = sides.map(({ columns }, side) => {
          const column = columns.find(
            (each) => each.measure === measure && /^(total|promises)$/.test(each.scope),
          );
          if (column === undefined) throw new Error(measure);
          return sampleOf(column, rows[side] ?? []);
        });
        if (one === undefined || other === undefined) throw new Error(measure);
        const { value, halfWidth } = pairedDifference(one, other);
        const truth = (after[measure] ?? 0) - (before[measure] ?? 0);
        if (Math.abs((value ?? 0) - truth) <= (halfWidth ?? 0)) covered[k] = (covered[k] ?? 0) + 1;
        widths[k] = (widths[k] ?? 0) + (halfWidth ?? 0) / experiments;
      });
    }
    const lines = figures.map((measure, k) => {
      const truth = ((after[measure] ?? 0) - (before[measure] ?? 0)).toPrecision(4);
      return `${measure}: truth ${truth}, covered ${percent((covered[k] ?? 0) / experiments)}, half-width ${widths[k]?.toPrecision(3)}`;
    });
    process.stdout.write(`${[name, ...lines].join('\n  ')}\n`);
    expect(figures.length).toBeGreaterThan(2);
    for (const [k, measure] of figures.entries()) {
      const share = (covered[k] ?? 0) / experiments;
      expect([measure, share >= 0.93 && share <= 0.97]).toEqual([measure, true]);
    }
  });
});
