// The search for reasons, with answers that are made up: the two ways part by what each feature of the plan adds.
import { describe, expect, it } from 'vitest';
import { relativeGap } from '../../core/accuracy/compare.ts';
import { type Answers, makeCard } from '../../core/accuracy/index.ts';
import { evaluate } from '../../core/evaluate/index.ts';
import type { AccuracyCard, Feature } from '../../core/measures/accuracyCard.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { simulateModel } from '../support/simulatePlan.ts';
import { smallPlan } from '../support/smallPlan.ts';

const compiled = (plan: Plan) => compiledPlan(JSON.parse(JSON.stringify(plan)));

/** A plan with three features that are easily told. */
const plan = parsePlanValue({
  ...smallPlan(),
  volumeModel: { busyDayCv: 0.1 },
  channels: [
    {
      id: 'phone',
      name: 'Phone',
      kind: 'phone',
      waitingPlaces: 40,
      patience: { law: 'exponential', meanSeconds: 300 },
      redial: { share: 0.1, delay: { law: 'exponential', meanSeconds: 600 } },
    },
  ],
}).plan as Plan;

const has: { readonly [F in Feature]?: (plan: Plan) => boolean } = {
  busyDays: ({ volumeModel }) => volumeModel.busyDayCv > 0,
  redials: ({ channels }) => channels[0]?.redial !== undefined,
  limits: ({ channels }) => channels[0]?.waitingPlaces !== undefined,
};

const base: Answers = (() => {
  const model = compiled(plan);
  return { formula: evaluate(model), simulation: simulateModel(model, { replications: 2 }).result };
})();

/** Occupancy 60 % by simulation, and by formula so much more as `gap` says; everything else agrees. */
function answersWith(gap: (on: (feature: Feature) => boolean) => number, simulated = 0.6) {
  const asked: Plan[] = [];
  const ask = async (changed: Plan): Promise<Answers> => {
    asked.push(changed);
    const value = simulated + gap((feature) => has[feature]?.(changed) === true);
    const occupancyFraction = { value, basis: { kind: 'exact', model: 'erlang-a' } } as const;
    const estimate = { value: simulated, halfWidth: 0.001 };
    return {
      formula: { ...base.formula, teams: { first: { occupancyFraction } }, promises: {} },
      simulation: {
        ...base.simulation,
        replications: 20,
        teams: { first: { occupancyFraction: estimate } },
        promises: {},
      },
    };
  };
  return { asked, ask };
}

const cardOf = (ask: (plan: Plan) => Promise<Answers>): Promise<AccuracyCard> =>
  makeCard(plan, { ask, compiled });
const line = (card: AccuracyCard) =>
  card.lines.find(({ subject }) => subject.measure === 'occupancyFraction');

describe('makeCard', () => {
  it('asks once where nothing parts', async () => {
    const { ask, asked } = answersWith(() => 0.001);
    const card = await cardOf(ask);
    expect(line(card)).toMatchObject({ verdict: 'agrees', run: null });
    expect(asked).toHaveLength(1);
    expect(card.runs).toBe(1);
  });

  it('names the one feature without which the gap closes, and shows that run', async () => {
    const { ask } = answersWith((on) => (on('redials') ? 0.1 : 0));
    const found = line(await cardOf(ask));
    expect(found?.verdict).toBe('explained');
    expect(found?.run?.off).toEqual(['redials']);
    expect(found?.run?.comparison.difference).toBeCloseTo(0, 12);
    expect(found?.comparison.difference).toBeCloseTo(0.1, 12);
  });

  it('names two that act together, and nothing that does not matter', async () => {
    const { ask } = answersWith((on) => (on('redials') ? 0.06 : 0) + (on('busyDays') ? 0.05 : 0));
    expect(line(await cardOf(ask))?.run?.off.toSorted()).toEqual(['busyDays', 'redials']);
  });

  it('does not call a feature a reason that only makes the gap smaller', async () => {
    const { ask } = answersWith((on) => (on('redials') ? 0.1 : 0.04));
    expect(line(await cardOf(ask))).toMatchObject({ verdict: 'open', run: null });
  });

  it('does not take a run for a reason that agrees by its noise alone', async () => {
    const { ask } = answersWith(() => 0.1);
    const noisy = async (changed: Plan): Promise<Answers> => {
      const answers = await ask(changed);
      const wide = { value: 0.6, halfWidth: has.limits?.(changed) ? 0.001 : 0.2 };
      return {
        ...answers,
        simulation: { ...answers.simulation, teams: { first: { occupancyFraction: wide } } },
      };
    };
    expect(line(await cardOf(noisy))?.verdict).toBe('open');
  });

  it('prefers a run that says something to one where all is none', async () => {
    const { ask } = answersWith((on) => (on('redials') && on('limits') ? 0.1 : 0));
    const quiet = async (changed: Plan): Promise<Answers> => {
      const answers = await ask(changed);
      if (has.redials?.(changed)) return answers;
      const none = { value: 0, basis: { kind: 'exact', model: 'erlang-a' } } as const;
      return {
        formula: { ...answers.formula, teams: { first: { occupancyFraction: none } } },
        simulation: {
          ...answers.simulation,
          teams: { first: { occupancyFraction: { value: 0, halfWidth: 0 } } },
        },
      };
    };
    const run = line(await cardOf(quiet))?.run;
    expect(run?.off).toEqual(['limits']);
    expect(run?.isTrivial).toBe(false);
  });

  it('says what it compares no further: no value, or nothing seen', async () => {
    const card = await cardOf(answersWith(() => 0).ask);
    expect(card.lines.find(({ subject }) => subject.measure === 'abandonedFraction')?.verdict).toBe('absent');
  });

  it('says how far it is', async () => {
    const steps: number[] = [];
    const { ask } = answersWith((on) => (on('redials') ? 0.1 : 0));
    await makeCard(plan, { ask, compiled, onRun: (done, expected) => steps.push(done / expected) });
    expect(steps.length).toBeGreaterThan(3);
    expect(Math.max(...steps)).toBeLessThanOrEqual(1);
  });

  it('finds the reason of a plan whose agents talk to three at once', async () => {
    const chats = parsePlanValue({
      ...smallPlan({ days: 4 }),
      demand: [
        { id: 'chats', issueType: 'question', channel: 'phone', volume: { contacts: 2700, per: 'day' } },
      ],
      channels: [
        {
          id: 'phone',
          name: 'Chat',
          kind: 'chat',
          concurrency: { limit: 3, speed: [1, 0.8, 0.6] },
        },
      ],
    }).plan as Plan;
    const ask = async (changed: Plan): Promise<Answers> => {
      const model = compiled(changed);
      return { formula: evaluate(model), simulation: simulateModel(model, { replications: 8 }).result };
    };
    const card = await makeCard(chats, { ask, compiled });
    const parted = card.lines.filter(({ comparison: { z } }) => Math.abs(z ?? 0) > 4);
    expect(parted.length).toBeGreaterThan(0);
    for (const { verdict, run } of parted) {
      expect(verdict).toBe('explained');
      expect(run?.off).toContain('chats');
    }
  });
});

describe('relativeGap', () => {
  const gap = (
    formula: number,
    simulated: number,
    measure: 'serviceLevelFraction' | 'answerWaitMeanSeconds',
  ) =>
    relativeGap(
      { formula, simulated, difference: formula - simulated, halfWidth: null, z: null, basis },
      { scope: 'promises', id: 'answer', measure },
    );
  const basis = { kind: 'exact', model: 'erlang-c' } as const;

  it('sets a gap beside the number, and that of a share beside what is missing to all as well', () => {
    expect(gap(0.95, 0.94, 'serviceLevelFraction')).toBeCloseTo(1 / 6, 9);
    expect(gap(0.05, 0.06, 'serviceLevelFraction')).toBeCloseTo(1 / 6, 9);
    expect(gap(90, 100, 'answerWaitMeanSeconds')).toBeCloseTo(0.1, 9);
  });
});
