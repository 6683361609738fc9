import { describe, expect, it } from 'vitest';
import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { planSchema } from '../../core/plan/schema/plan.ts';
import { buildReport } from '../../core/report/buildReport.ts';
import { type MeasureGrid, type SentenceKey, sentenceKeys } from '../../core/report/report.ts';
import { shopPlan } from './shopPlan.ts';
import { estimate, shopResult } from './shopResult.ts';

const plan = planSchema.parse(shopPlan);
const report = buildReport(plan, shopResult);

/** The shop's result with other attainments, in the order of the promises. */
const attaining = (...values: readonly (number | null)[]): SimulationResult => ({
  ...shopResult,
  overloadedTeams: [],
  promises: Object.fromEntries(
    Object.entries(shopResult.promises).map(([id, promise], at) => [
      id,
      { ...promise, serviceLevelFraction: estimate(values[at] ?? null, values[at] === null ? null : 0.01) },
    ]),
  ),
});

const answerKeys = (result: SimulationResult, ofPlan = plan): SentenceKey[] =>
  buildReport(ofPlan, result).answer.map(({ key }) => key);

describe('buildReport', () => {
  it('states the facts of plan and run', () => {
    expect(report.facts).toEqual({
      usesControls: false,
      plan: shopPlan.name,
      startDate: '2026-11-21',
      timeZone: 'Asia/Tehran',
      horizonSeconds: 604_800,
      warmUpSeconds: 0,
      seed: 7,
      replications: 20,
      stop: 'replicationsDone',
      precisionFraction: null,
      simulatedContacts: 68_432,
      engineVersion: '1.2.3',
      planHashShort: '0123456789ab',
    });
  });

  it('gives every promise with what was asked, attained and decided', () => {
    expect(
      report.promises.map(({ promise, attained, shareToAttain, verdict }) => [
        promise.id,
        shareToAttain,
        attained,
        verdict,
      ]),
    ).toEqual([
      ['phone-answer', 0.8, estimate(0.8234, 0.0131), 'kept'],
      ['email-answer', 0.95, estimate(0.9473, 0.0081), 'atRisk'],
      ['fault-solved', 0.9, estimate(0.6129, 0.0212), 'missed'],
    ]);
  });

  it('has in its tables exactly the numbers of the result, with their units', () => {
    const grids: readonly MeasureGrid[] = [report.responseTimes, ...report.load];
    let compared = 0;
    for (const grid of grids) {
      const scope = grid.scope as 'channels' | 'tiers' | 'teams';
      for (const row of grid.rows) {
        const table = row.part === null ? shopResult.total : shopResult[scope][row.part.id];
        for (const cell of row.cells) {
          expect(cell.unit).toBe(measures[cell.measure].unit);
          if (cell.estimate === null) continue;
          expect(cell.estimate).toBe(table?.[cell.measure]);
          compared += 1;
        }
      }
    }
    expect(compared).toBe(3 * 5 + 2 * (3 * 6));
  });

  it('holds every goal against its threshold, with the name of its team', () => {
    expect(report.goals.map(({ goal, unit, team, verdict }) => [goal, unit, team?.id, verdict])).toEqual([
      ['answer-time', 'seconds', undefined, 'kept'],
      ['busy', 'fraction', 'repairs', 'missed'],
    ]);
  });

  it('shows the backlog of the teams that have one, and no table where none has', () => {
    expect(report.backlog?.rows.map(({ part }) => part?.id)).toEqual(['repairs']);
    expect(report.backlog?.rows[0]?.cells[1]?.estimate).toEqual(estimate(69, 6));
    expect(buildReport(plan, { ...shopResult, teams: {} }).backlog).toBeNull();
  });

  it('shows the costs that are known and the retention that the plan states', () => {
    expect(report.costs.map(({ measure }) => measure)).toEqual(['channelCostMoney']);
    expect(report.staffCosts?.rows.map(({ cells }) => cells[0]?.estimate?.value ?? null)).toEqual([
      8000,
      null,
      null,
    ]);
    expect(report.retention?.estimate).toEqual(estimate(0.82, 0));
    expect(buildReport(plan, { ...shopResult, total: {}, teams: {} })).toMatchObject({
      costs: [],
      staffCosts: null,
      retention: null,
    });
  });

  it('marks what is modelled and never measured', () => {
    for (const measure of report.opinions.columns) {
      expect('modelled' in measures[measure]).toBe(true);
    }
    expect(report.opinions.rows.at(-1)?.cells[0]?.estimate).toEqual(estimate(3.81, 0.04));
  });

  it('keeps the order of the plan and closes with the whole', () => {
    expect(report.responseTimes.rows.map(({ part }) => part?.id)).toEqual(['phone', 'email', undefined]);
    expect(report.load.map(({ scope }) => scope)).toEqual(['tiers', 'teams']);
  });

  it('shows no whole beside a single part', () => {
    const single = planSchema.parse({
      ...shopPlan,
      channels: shopPlan.channels.slice(0, 1),
      demand: shopPlan.demand.slice(0, 1),
    });
    expect(buildReport(single, shopResult).responseTimes.rows).toHaveLength(1);
  });

  it('gives attainment by channel, tier and team, and null where a promise does not reach', () => {
    expect(report.attainment.map(({ scope }) => scope)).toEqual(['channels', 'tiers', 'teams']);
    const teams = report.attainment[2];
    expect(
      teams?.rows.map(({ part, attained }) => [part.id, ...attained.map((one) => one?.value ?? null)]),
    ).toEqual([
      ['general', 0.8234, 0.9473, 0.99],
      ['repairs', null, null, 0.4412],
    ]);
  });

  it('leaves out attainment where there are no promises', () => {
    const bare = planSchema.parse({ ...shopPlan, promises: [] });
    expect(buildReport(bare, { ...shopResult, promises: {} }).attainment).toEqual([]);
  });

  it('finds every figure that is only assumed, with its path and the part around it, but not those of scenarios', () => {
    expect(
      report.assumptions.map(({ path, part, source }) => [path.join('.'), part?.id ?? null, source]),
    ).toEqual([
      ['channels.0.patience', 'phone', null],
      ['demand.0.volume.contacts', 'order-phone', { en: 'A guess', fa: 'حدس', ar: 'تخمين' }],
      ['teams.1.groups.0.staffing.agents', 'repair-agents', null],
      ['handling.0.time', null, null],
      ['handling.1.time', null, null],
    ]);
  });

  it('names what is not yet simulated with the part around it', () => {
    expect(report.notYetSimulated.map(({ feature, part }) => [feature, part?.id ?? null])).toEqual([
      ['scenarios', 'phone'],
      ['scenarios', null],
    ]);
  });

  it('uses only measures that are reported for that scope, or leaves the cell empty', () => {
    for (const grid of [report.responseTimes, ...report.load]) {
      const empty = grid.rows.flatMap(({ cells }) => cells.filter(({ estimate: found }) => found === null));
      expect(empty.map(({ measure }): MeasureId => measure)).toEqual([]);
    }
  });
});

describe('the answer', () => {
  it('counts the promises kept and names the worst', () => {
    const [first, worst] = report.answer;
    expect(first).toEqual({
      key: 'promisesKept',
      values: { kept: { kind: 'count', value: 1 }, all: { kind: 'count', value: 3 } },
    });
    expect(worst?.key).toBe('worst');
    expect(worst?.values['promise']).toEqual({ kind: 'name', name: plan.promises[2]?.name });
  });

  it('names the tightest where all are kept', () => {
    expect(answerKeys(attaining(0.9, 0.99, 0.95))).toEqual(['promisesKept', 'tightest', 'sure']);
  });

  it('says how many are at risk and how sure the shares are', () => {
    const sure = report.answer.find(({ key }) => key === 'sure');
    expect(sure?.values['halfWidth']).toEqual({ kind: 'points', value: 0.0212 });
    expect(report.answer.find(({ key }) => key === 'atRisk')?.values['count']).toEqual({
      kind: 'count',
      value: 1,
    });
  });

  it('says that a promise without contacts is undecided', () => {
    expect(answerKeys(attaining(null, 0.99, 0.95))).toEqual([
      'promisesKept',
      'tightest',
      'undecided',
      'sure',
    ]);
    expect(answerKeys(attaining(null, null, null))).toEqual(['promisesKept', 'undecided']);
  });

  it('says that one replication shows nothing for sure', () => {
    expect(answerKeys({ ...shopResult, replications: 1 })).toContain('oneReplication');
  });

  it('says when there is nothing to keep', () => {
    const bare = planSchema.parse({ ...shopPlan, promises: [] });
    expect(answerKeys({ ...shopResult, promises: {} }, bare)[0]).toBe('noPromises');
  });

  it('says by how much the backlog of an overloaded team grows a day', () => {
    expect(report.answer.at(-1)?.key).toBe('overloaded');
    expect(report.overloads).toHaveLength(1);
    expect(report.overloads[0]).toMatchObject({
      key: 'backlogGrows',
      values: { growth: { estimate: estimate(10.2, 0.4) }, load: { estimate: estimate(1.312, 0.013) } },
    });
  });

  it('speaks of work above duty where people leave the queue and no backlog grows', () => {
    const [team] = shopResult.overloadedTeams;
    const overloadedTeams = team ? [{ ...team, queueGrowthContactsPerDay: estimate(0, 0) }] : [];
    expect(buildReport(plan, { ...shopResult, overloadedTeams }).overloads[0]?.key).toBe('workExceedsDuty');
  });

  it('has a case above for every sentence', () => {
    const bare = planSchema.parse({ ...shopPlan, promises: [] });
    const [team] = shopResult.overloadedTeams;
    const idle = team ? [{ ...team, queueGrowthContactsPerDay: estimate(0, 0) }] : [];
    const said = new Set<SentenceKey>([
      ...answerKeys(shopResult),
      ...answerKeys(attaining(0.9, 0.99, 0.95)),
      ...answerKeys(attaining(null, 0.99, 0.95)),
      ...answerKeys({ ...shopResult, replications: 1 }),
      ...answerKeys({ ...shopResult, promises: {} }, bare),
      ...report.overloads.map(({ key }) => key),
      ...buildReport(plan, { ...shopResult, overloadedTeams: idle }).overloads.map(({ key }) => key),
    ]);
    expect([...said].sort()).toEqual([...sentenceKeys].sort());
  });
});
