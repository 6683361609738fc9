import { describe, expect, it } from 'vitest';
import type { PlaybackTrace } from '../../core/measures/trace.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { contactKey, journeyTold } from '../../core/playback/journey.ts';
import { journeySample } from '../../core/playback/journeySample.ts';
import { waitingCurve, worstMoment } from '../../core/playback/waitingCurve.ts';
import { openSample } from '../../core/samples/index.ts';
import { tracePlayback } from '../../core/simulation/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { deterministic, planOf, recordedDemand, teamOf } from '../support/plans.ts';
import { replay } from '../support/replayTrace.ts';

const hour = 3600;

function traced(plan: PlanInput, fromSeconds: number, toSeconds: number): PlaybackTrace {
  const model = compiledPlan(plan);
  const trace = tracePlayback(model, { seed: 1, replication: 0, fromSeconds, toSeconds, limit: 500_000 });
  if (!trace.ok) throw new Error(JSON.stringify(trace.failure));
  return trace.value;
}

/** One agent, a minute a call; the third caller gives up after 70 s. */
const calls: PlanInput = planOf({
  channels: [{ id: 'phone', name: 'Phone', kind: 'phone', patience: deterministic(70) }],
  demand: [recordedDemand('calls', [100, 110, 115])],
  teams: [teamOf('team', 1)],
  handling: [{ time: deterministic(60), wrapUpShare: 0.5 }],
});

describe('journeySample', () => {
  it('counts the ways and adds up the time of each stage', () => {
    // 0 talks 100-130; 1 waits 110-160, talks 160-190; 2 waits 115-185 and leaves.
    expect(journeySample([traced(calls, 0, 300)])).toEqual({
      fromSeconds: 0,
      toSeconds: 300,
      arrivedContacts: 3,
      flows: [
        { kind: 'arrival', from: 'phone', to: 'team', contacts: 3 },
        { kind: 'solved', from: 'team', to: '', contacts: 2 },
        { kind: 'lost', from: 'team', to: '', contacts: 1 },
      ],
      teams: [{ team: 'team', waitingSeconds: 50 + 70, handlingSeconds: 60, departmentSeconds: 0 }],
      beforeSeconds: 0,
      betweenSeconds: 0,
    });
  });

  it('is the same where the stretch is cut', () => {
    const cut = [traced(calls, 0, 120), traced(calls, 120, 180), traced(calls, 180, 300)];
    expect(journeySample(cut)?.teams).toEqual(journeySample([traced(calls, 0, 300)])?.teams);
    expect(journeySample(cut)?.arrivedContacts).toBe(3);
  });

  it('adds up to the time that all contacts of a sample spend in the system', () => {
    const plan = JSON.parse(openSample('online-shop') ?? '') as PlanInput;
    const trace = traced(plan, 9 * hour, 15 * hour);
    const sample = journeySample([trace]);
    let inSystem = 0;
    replay(trace, ({ inFlight }, from, to) => {
      // Who will come back one day is not here until then, and nobody waits for internal work.
      for (const [contact, [step]] of inFlight)
        if (step !== 'returns' && trace.contacts[contact]?.channel !== '') inSystem += to - from;
    });
    const told =
      (sample?.beforeSeconds ?? 0) +
      (sample?.betweenSeconds ?? 0) +
      (sample?.teams ?? []).reduce(
        (sum, one) => sum + one.waitingSeconds + one.handlingSeconds + one.departmentSeconds,
        0,
      );
    expect(told / inSystem).toBeCloseTo(1, 9);
    expect(sample?.flows.some(({ kind }) => kind === 'functional')).toBe(true);
  });
});

describe('a journey told', () => {
  it('names every step with its team and how long it lasted, over several traces', () => {
    const traces = [traced(calls, 0, 150), traced(calls, 150, 300)];
    const [, second] = traces[0]?.contacts ?? [];
    const told = journeyTold(traces, second === undefined ? '' : contactKey(second));
    expect(told?.beganBefore).toBe(false);
    expect(told?.leftAtSeconds).toBe(190);
    expect(told?.steps.map(({ step, team, lastsSeconds }) => [step, team, lastsSeconds])).toEqual([
      ['arrive', null, 0],
      ['channel', null, 0],
      ['wait', 'team', 50],
      ['answer', 'team', 30],
      ['talkEnd', 'team', 0],
      ['resolved', null, 0],
    ]);
  });
});

describe('the lines over time', () => {
  it('have a worst moment and a curve of their heights', () => {
    const traces = [traced(calls, 0, 150), traced(calls, 150, 300)];
    expect(worstMoment(traces)).toEqual({ atSeconds: 115, waiting: 2 });
    expect(waitingCurve(traces, 0, 400, 8)).toEqual([0, 0, 2, 2, 0, 0, null, null]);
    expect(worstMoment([traced(calls, 0, 90)])).toBeNull();
  });
});
