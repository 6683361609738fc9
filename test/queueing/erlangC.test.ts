import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ErlangCQueue,
  erlangC,
  erlangCFewestAgents,
  erlangCFewestAgentsForWait,
  erlangCWaitQuantile,
} from '../../core/queueing/erlangC.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import { expectNear, succeeded } from './near.ts';
import { validationFile, validationFolder } from './validationFile.ts';

// Agents, contacts per hour, handling, target; P(wait), mean wait, service level, 95th percentile of the wait: from
// the validation records, each computed there by two methods.
const cases: readonly (readonly [number, number, number, number, number, number, number, number])[] = [
  [11, 200, 180, 20, 0.6821182046893324, 122.78127684407983, 0.3896138117291534, 470.3723924500568],
  [12, 200, 180, 20, 0.44938822429827086, 40.44494018684438, 0.6401580403740066, 197.6277735734542],
  [15, 200, 180, 20, 0.10204236700798801, 3.673525212287568, 0.9414528428690223, 25.68114303985004],
  [25, 400, 180, 20, 0.2091028265988366, 7.527701757558119, 0.8800265379530512, 51.50891227836652],
  [29, 400, 180, 20, 0.04008682864196715, 0.8017365728393431, 0.9852528798808577, 0],
  [50, 2880, 60, 20, 0.6944556111968343, 20.83366833590503, 0.6434546008033034, 78.93315719880718],
  [55, 2880, 60, 20, 0.2387009363780092, 2.0460080260972218, 0.9768527004683483, 13.398758149136663],
  [2, 30, 120, 10, 0.3333333333333333, 40, 0.6933185284568922, 227.65439818630577],
  [28, 250, 330, 30, 0.22724122754595136, 14.752053460360122, 0.8568503026203447, 98.28519560550806],
  [90, 504, 600, 60, 0.4119573138287552, 41.19573138287552, 0.7739130325967406, 210.88967313420233],
  [120, 1300, 300, 20, 0.1921418033026211, 4.940789227781686, 0.9117250936859443, 34.616845359438834],
  [250, 2900, 300, 20, 0.48552312474317577, 17.47883249075433, 0.7214294463314757, 81.83534083012313],
  [1000, 11900, 300, 20, 0.7089454249610497, 25.522035298597793, 0.5932401373124447, 95.46319956507168],
  [10000, 119880, 300, 20, 0.8805417113739897, 26.41625134121969, 0.5479148113583381, 86.0554288127575],
  [10, 9.99, 3600, 20, 0.9963431823647698, 358683.5456513248, 0.0037121684967123185, 1077144.7512298827],
];

interface Records {
  readonly cases: readonly Readonly<Record<string, number> & { id: string }>[];
  readonly min_agents_for_service_level: readonly Readonly<Record<string, number>>[];
  readonly min_agents_for_asa: readonly Readonly<Record<string, number>>[];
  readonly unstable: readonly Readonly<Record<string, number>>[];
}

function queue(agents: number, perHour: number, handling: number, target: number): ErlangCQueue {
  return {
    agents,
    arrivals: perSecond(perHour / 3600),
    handling: seconds(handling),
    target: seconds(target),
  };
}

describe('erlangC', () => {
  it.each(cases)(
    'gives %d agents for %d contacts an hour of %d s with target %d s their record',
    (...record) => {
      const [agents, perHour, handling, target, waitProbability, meanWait, serviceLevel, percentile] = record;
      const tolerance = { relative: 1e-8 };
      const given = queue(agents, perHour, handling, target);
      const outcome = succeeded(erlangC(given));
      expectNear(outcome.waitProbability, waitProbability, tolerance, 'P(wait)');
      expectNear(outcome.meanWait, meanWait, tolerance, 'mean wait');
      expectNear(outcome.serviceLevel, serviceLevel, tolerance, 'service level');
      expectNear(
        succeeded(erlangCWaitQuantile(given, fraction(0.95))),
        percentile,
        tolerance,
        '95th percentile',
      );
    },
  );

  it('gives the worked examples', () => {
    const outcome = succeeded(erlangC(queue(25, 400, 180, 20)));
    expect(outcome.waitProbability.toFixed(6)).toBe('0.209103');
    expect((100 * outcome.serviceLevel).toFixed(1)).toBe('88.0');
    expect(outcome.meanWait.toFixed(2)).toBe('7.53');
    expect(succeeded(erlangCWaitQuantile(queue(12, 200, 180, 20), fraction(0.9))).toFixed(2)).toBe('135.24');
    expect(succeeded(erlangCFewestAgents(queue(1, 200, 180, 20), fraction(0.8)))).toBe(14);
    expect(succeeded(erlangCFewestAgentsForWait(queue(1, 200, 180, 20), seconds(30)))).toBe(13);
  });

  it('is the M/M/1 queue with one agent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.99999, noNaN: true }), (load) => {
        const outcome = succeeded(
          erlangC({ agents: 1, arrivals: perSecond(load), handling: seconds(1), target: seconds(2) }),
        );
        expectNear(outcome.waitProbability, load, { relative: 1e-14 }, 'P(wait)');
        expectNear(outcome.meanQueue, load ** 2 / (1 - load), { relative: 1e-9 }, 'queue');
        expectNear(
          outcome.serviceLevel,
          1 - load * Math.exp(-2 * (1 - load)),
          { relative: 1e-10 },
          'in time',
        );
      }),
    );
  });

  it('stays within its ranges from 1 to 100,000 agents and from 1e-6 to 0.99999 of capacity', () => {
    const agentNumbers = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(agentNumbers, fc.double({ min: 1e-6, max: 0.99999, noNaN: true }), (agents, share) => {
        const outcome = succeeded(
          erlangC({
            agents,
            arrivals: perSecond((agents * share) / 300),
            handling: seconds(300),
            target: seconds(20),
          }),
        );
        expect(outcome.waitProbability).toBeGreaterThanOrEqual(0);
        expect(outcome.waitProbability).toBeLessThanOrEqual(1);
        expect(outcome.serviceLevel).toBeGreaterThanOrEqual(1 - outcome.waitProbability - 1e-15);
        expect(outcome.serviceLevel).toBeLessThanOrEqual(1);
        expectNear(
          outcome.meanQueue,
          (outcome.meanWait * agents * share) / 300,
          { relative: 1e-9 },
          'Little',
        );
      }),
    );
  });

  it('says that a queue with too few agents is unstable, without NaN', () => {
    for (const agents of [9, 10]) {
      const outcome = succeeded(erlangC(queue(agents, 200, 180, 20)));
      expect(outcome).toEqual({
        isStable: false,
        load: 10,
        occupancy: 1,
        waitProbability: 1,
        serviceLevel: 0,
        meanWait: Infinity,
        meanWaitOfDelayed: Infinity,
        meanQueue: Infinity,
        meanPresent: Infinity,
      });
      expect(succeeded(erlangCWaitQuantile(queue(agents, 200, 180, 20), fraction(0.5)))).toBe(Infinity);
    }
  });

  it('names every input outside its range', () => {
    const result = erlangC({ agents: 0, arrivals: perSecond(0), handling: seconds(-1), target: seconds(-1) });
    expect(result.ok ? [] : result.failure.map((fault) => [fault.code, ...fault.path])).toEqual([
      ['outOfRange', 'agents'],
      ['outOfRange', 'arrivals'],
      ['outOfRange', 'handling'],
      ['outOfRange', 'target'],
    ]);
    expect(erlangCWaitQuantile(queue(12, 200, 180, 20), fraction(1)).ok).toBe(false);
    expect(erlangCFewestAgents(queue(1, 200, 180, 20), fraction(1)).ok).toBe(false);
    expect(erlangCFewestAgentsForWait(queue(1, 200, 180, 20), seconds(0)).ok).toBe(false);
  });

  it('says when no number of agents is enough', () => {
    const result = erlangCFewestAgents(queue(1, 3600e6, 300, 20), fraction(0.8));
    expect(result).toEqual({
      ok: false,
      failure: [{ code: 'unreachable', path: ['leastServiceLevel'], params: {} }],
    });
  });
});

const records = validationFile<Records>('erlang_c.json');
describe('erlangC against the validation records', () => {
  if (records === undefined) {
    it(`found no ${validationFolder}: only the ${cases.length} cases above were checked`, () => {
      expect(cases.length).toBeGreaterThanOrEqual(12);
    });
    return;
  }

  it('gives every measure of every record of erlang_c.json', () => {
    let checked = 0;
    for (const r of records.cases) {
      const given = queue(r.agents ?? 0, r.calls_per_hour ?? 0, r.aht_s ?? 0, r.awt_s ?? 0);
      const o = succeeded(erlangC(given));
      const quantile = (p: number) => succeeded(erlangCWaitQuantile(given, fraction(p)));
      const measures: Record<string, number> = {
        offered_erlangs: o.load,
        occupancy: o.occupancy,
        p_wait: o.waitProbability,
        asa_s: o.meanWait,
        mean_queue: o.meanQueue,
        mean_in_system: o.meanPresent,
        mean_time_in_system_s: o.meanWait + given.handling,
        mean_wait_of_delayed_s: o.meanWaitOfDelayed,
        service_level: o.serviceLevel,
        wait_p50_s: quantile(0.5),
        wait_p90_s: quantile(0.9),
        wait_p95_s: quantile(0.95),
        wait_p99_s: quantile(0.99),
      };
      for (const [name, actual] of Object.entries(measures)) {
        // Some records print a P(wait) far below 1e-300 as 0.
        const tolerance = { relative: r.rel_tol ?? 0, absolute: 1e-300 };
        expectNear(actual, r[name] ?? Number.NaN, tolerance, `${r.id} ${name}`);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(44 * 13);
  });

  it('gives every fewest number of agents', () => {
    let checked = 0;
    for (const r of records.min_agents_for_service_level) {
      const demand = queue(1, r.calls_per_hour ?? 0, r.aht_s ?? 0, r.awt_s ?? 0);
      expect(succeeded(erlangCFewestAgents(demand, fraction(r.target_sl ?? 0)))).toBe(r.min_agents);
      checked += 1;
    }
    for (const r of records.min_agents_for_asa) {
      const demand = queue(1, r.calls_per_hour ?? 0, r.aht_s ?? 0, 0);
      expect(succeeded(erlangCFewestAgentsForWait(demand, seconds(r.target_asa_s ?? 0)))).toBe(r.min_agents);
      checked += 1;
    }
    expect(checked).toBeGreaterThanOrEqual(49);
  });

  it('reports every unstable record as unstable', () => {
    for (const r of records.unstable) {
      const outcome = succeeded(erlangC(queue(r.agents ?? 0, r.calls_per_hour ?? 0, r.aht_s ?? 0, 20)));
      expect(outcome.isStable).toBe(false);
    }
    expect(records.unstable.length).toBeGreaterThan(0);
  });
});
