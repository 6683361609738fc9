import { describe, expect, it } from 'vitest';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { type CompiledModel, simulateReplication, tracePlayback } from '../../core/simulation/index.ts';
import { tallyLayout } from '../../core/simulation/model/tallyLayout.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../support/plans.ts';
import { replay, startOf } from '../support/replayTrace.ts';
import { simulateModel } from '../support/simulatePlan.ts';

const hour = 3600;
const day = 24 * hour;

const traced = (
  model: CompiledModel,
  fromSeconds: number,
  toSeconds: number,
  { replication = 0, limit = 500_000 } = {},
): PlaybackTrace => {
  const trace = tracePlayback(model, { seed: 1, replication, fromSeconds, toSeconds, limit });
  if (!trace.ok) throw new Error(JSON.stringify(trace.failure));
  return trace.value;
};

/** One agent, a minute a call; the third caller gives up after 20 s. */
const calls: PlanInput = planOf({
  channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(70) }],
  demand: [recordedDemand('calls', [100, 110, 115])],
  teams: [teamOf('team', 1)],
  handling: [{ time: deterministic(60), wrapUpShare: 0.5 }],
});

describe('tracePlayback', () => {
  it('tells every change in order', () => {
    const trace = traced(compiledPlan(calls), 0, 300);
    expect(trace.teams).toEqual(['team']);
    expect(trace.contacts.map(({ demand, ordinal }) => [demand, ordinal])).toEqual([
      ['calls', 0],
      ['calls', 1],
      ['calls', 2],
    ]);
    expect(trace.start).toEqual({ waiting: [0], onDuty: [0], busy: [], inFlight: [] });
    expect(trace.events).toEqual([
      ['duty', 0, 0, 1],
      ['step', 100, 0, 'arrive', -1],
      ['step', 100, 0, 'channel', -1],
      ['step', 100, 0, 'answer', 0],
      ['begin', 100, 0, 0],
      ['step', 110, 1, 'arrive', -1],
      ['step', 110, 1, 'channel', -1],
      ['queue', 110, 0, 1],
      ['step', 110, 1, 'wait', 0],
      ['step', 115, 2, 'arrive', -1],
      ['step', 115, 2, 'channel', -1],
      ['queue', 115, 0, 2],
      ['step', 115, 2, 'wait', 0],
      // The talk ends after half a minute, the wrap-up after a minute; then the second caller is answered.
      ['step', 130, 0, 'talkEnd', 0],
      ['step', 130, 0, 'resolved', -1],
      ['gone', 130, 0],
      ['end', 160, 0, 0],
      ['queue', 160, 0, 1],
      ['step', 160, 1, 'answer', 0],
      ['begin', 160, 0, 0],
      ['queue', 185, 0, 0],
      ['step', 185, 2, 'abandon', -1],
      ['gone', 185, 2],
      ['step', 190, 1, 'talkEnd', 0],
      ['step', 190, 1, 'resolved', -1],
      ['gone', 190, 1],
      ['end', 220, 0, 0],
    ]);
  });

  it('begins with the state at the start of the window', () => {
    const whole = traced(compiledPlan(calls), 0, 300);
    const late = traced(compiledPlan(calls), 130, 300);
    expect(late.start).toEqual({
      waiting: [2],
      onDuty: [1],
      busy: [{ group: 0, agent: 0, sinceSeconds: 100 }],
      inFlight: [
        { contact: 0, step: 'answer', where: 0, sinceSeconds: 100 },
        { contact: 1, step: 'wait', where: 0, sinceSeconds: 110 },
        { contact: 2, step: 'wait', where: 0, sinceSeconds: 115 },
      ],
    });
    expect(late.events).toEqual(whole.events.filter(([, at]) => at >= 130));
  });

  it('gives a quiet window its state and nothing else', () => {
    const quiet = traced(compiledPlan(calls), 150, 155);
    expect(quiet.start.waiting).toEqual([2]);
    expect(quiet.events).toEqual([]);
  });

  it('refuses a window outside the horizon and one that is too large', () => {
    const model = compiledPlan(calls);
    const ask = (fromSeconds: number, toSeconds: number, limit = 1000) =>
      tracePlayback(model, { seed: 1, replication: 0, fromSeconds, toSeconds, limit });
    expect(ask(day, 2 * day)).toEqual({ ok: false, failure: { code: 'traceOutside', atSeconds: day } });
    expect(ask(200, 100)).toMatchObject({ ok: false, failure: { code: 'traceOutside' } });
    expect(ask(0, 300, 8)).toEqual({ ok: false, failure: { code: 'traceTooLarge', atSeconds: 110 } });
    expect(ask(0, 2 * day)).toMatchObject({ ok: true, value: { toSeconds: day } });
  });

  it('is the same journey that a plain replication takes', () => {
    const model = compiledPlan(calls);
    const resolved = traced(model, 0, day).events.filter((event) => event[3] === 'resolved');
    expect(simulateModel(model).result.total.resolvedContacts?.value).toBe(resolved.length);
  });
});

/** The hours of a day in which most happens, of each sample. */
const models = sampleList().map(({ id }) => {
  const model = compiledPlan(JSON.parse(openSample(id) ?? '') as PlanInput);
  return [id, model] as const;
});

describe.each(models)('a day of %s', (_, model) => {
  const { intervalSeconds } = model.axis;
  const toSeconds = day;
  const trace = traced(model, 0, toSeconds, { replication: 1 });

  it('replays to the queues, the duty and the busy agents of the series', () => {
    const intervals = toSeconds / intervalSeconds;
    const teams = model.teams.length;
    const rows = () => new Float64Array(teams * intervals);
    const told = { queue: rows(), duty: rows(), busy: rows() };
    const teamOfGroup = trace.groups.map(({ team }) => team);
    replay(trace, (state, from, to) => {
      const levels = { queue: state.waiting, duty: new Array(teams).fill(0), busy: new Array(teams).fill(0) };
      state.onDuty.forEach((count, group) => {
        levels.duty[teamOfGroup[group] ?? -1] += count;
      });
      for (const agent of state.busy) levels.busy[teamOfGroup[Number(agent.split('/')[0])] ?? -1] += 1;
      for (let start = from; start < to; ) {
        const interval = Math.floor(start / intervalSeconds);
        const end = Math.min(to, (interval + 1) * intervalSeconds);
        for (const kind of ['queue', 'duty', 'busy'] as const) {
          for (let team = 0; team < teams; team += 1) {
            const at = team * intervals + interval;
            told[kind][at] = (told[kind][at] ?? 0) + (end - start) * (levels[kind][team] ?? 0);
          }
        }
        start = end;
      }
    });
    const layout = tallyLayout(model);
    const { values } = simulateReplication(model, 1, 1);
    const firsts = {
      queue: layout.teamQueueSeriesAt,
      duty: layout.dutySeriesAt,
      busy: layout.busySeriesAt,
    };
    for (const kind of ['queue', 'duty', 'busy'] as const) {
      expect(told[kind].some((sum) => sum > 0)).toBe(true);
      for (let team = 0; team < teams; team += 1) {
        for (let interval = 0; interval < intervals; interval += 1) {
          const counted = values[firsts[kind] + team * layout.intervals + interval];
          expect(told[kind][team * intervals + interval]).toBeCloseTo(counted ?? Number.NaN, 4);
        }
      }
    }
  });

  it('loses no contact: who is in flight has arrived and has not gone', () => {
    const seen = new Set(startOf(trace).inFlight.keys());
    let arrived = seen.size;
    let gone = 0;
    for (const event of trace.events) {
      if (event[0] === 'step' && !seen.has(event[2])) {
        seen.add(event[2]);
        arrived += 1;
      } else if (event[0] === 'gone') gone += 1;
    }
    const end = replay(trace, (state) => {
      // Between instants everyone in a line is one whose last step was to wait there.
      const inLines = state.waiting.reduce((sum, count) => sum + count, 0);
      let waiting = 0;
      for (const [step] of state.inFlight.values())
        if (step === 'wait' || step === 'interrupted') waiting += 1;
      expect(waiting).toBe(inLines);
    });
    expect(end.inFlight.size).toBe(arrived - gone);
    expect(arrived).toBe(trace.contacts.length);
  });

  it('is cut at any place without a difference', () => {
    const from = 10.25 * hour;
    const to = 10.75 * hour;
    const window = traced(model, from, to, { replication: 1 });
    const told = trace.events.filter(([, at]) => at >= from && at <= to);
    expect(window.events.map(([kind, at]) => [kind, at])).toEqual(told.map(([kind, at]) => [kind, at]));
  });
});
