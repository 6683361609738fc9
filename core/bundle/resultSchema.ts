// The form of a simulation result as it stands in a bundle. What is not known of here is refused, so that nothing
// unknown is ever kept beside a plan; the compiler sees to it that the form follows `SimulationResult`.
import { z } from 'zod';
import { type MeasureId, measureIds } from '../measures/catalogue.ts';
import { type SimulationResult, seriesMeasures } from '../measures/result.ts';
import { verdicts } from '../measures/verdict.ts';

const name = z.string().max(200);
const value = z.number().nullable();
const count = z.number().min(0);
const estimate = z.strictObject({ value, halfWidth: value });

const measureNames = measureIds as readonly [MeasureId, ...MeasureId[]];
const table = z.partialRecord(z.enum(measureNames), estimate);
const tables = z.record(name, table);
const places = z.record(name, estimate);

const promise = z.strictObject({
  serviceLevelFraction: estimate,
  controls: count,
  countedContacts: estimate,
  targetSeconds: count,
  shareToAttain: count,
  keptFraction: estimate,
  period: z.enum(['interval', 'day', 'week', 'month', 'horizon']),
  keptInPeriodFraction: estimate,
  byChannel: places,
  byTier: places,
  byTeam: places,
});

const mostSeries = 100_000;
const mostIntervals = 100_000;
const values = z.array(value).max(mostIntervals);
const series = z
  .array(
    z.strictObject({
      measure: z.enum(seriesMeasures),
      scope: z.enum(['total', 'channels', 'tiers', 'teams', 'promises']),
      id: name,
      values,
      halfWidths: values,
    }),
  )
  .max(mostSeries);

const goal = z.strictObject({
  goal: name,
  measure: z.enum(measureNames),
  team: name.nullable(),
  side: z.enum(['atLeast', 'atMost']),
  threshold: value,
  estimate,
  verdict: z.enum(verdicts),
});

export const resultSchema = z.strictObject({
  engineVersion: z.string().min(1).max(40),
  planId: name,
  planHash: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.int().min(0).max(4_294_967_295),
  replications: z.int().min(1).max(100_000),
  confidenceLevel: z.literal(0.95),
  stop: z.enum(['replicationsDone', 'precisionReached', 'replicationLimit']),
  precisionFraction: z.number().gt(0).lt(1).nullable(),
  horizonSeconds: count,
  warmUpSeconds: count,
  simulatedContacts: count,
  total: table,
  channels: tables,
  issueTypes: tables,
  tiers: tables,
  teams: tables,
  promises: z.record(name, promise),
  axis: z.strictObject({
    kind: z.enum(['horizon', 'week']),
    intervalSeconds: count,
    intervals: z.int().min(0).max(mostIntervals),
    startDate: z.iso.date(),
    timeZone: name,
    dayStartsSeconds: z.array(z.number()).max(mostIntervals),
  }),
  series,
  profile: z.strictObject({ startDate: z.iso.date(), hours: z.literal(168), series }).nullable(),
  goals: z.array(goal).max(10_000),
  overloadedTeams: z
    .array(z.strictObject({ team: name, loadFraction: estimate, queueGrowthContactsPerDay: estimate }))
    .max(10_000),
  notYetSimulated: z
    .array(
      z.strictObject({
        path: z.array(z.union([z.string().max(200), z.int().min(0)])).max(64),
        feature: name,
      }),
    )
    .max(10_000),
});

/** A result of this form is one of ours, field by field, and the other way round. */
export type BundledResult = z.infer<typeof resultSchema>;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const formFollowsResults: Same<keyof BundledResult, keyof SimulationResult> = true;
