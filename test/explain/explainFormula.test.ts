// Every measure of the catalogue, for every part for which it is told: the chain of its number by formula.
import { describe, expect, it } from 'vitest';
import {
  createFormulaExplainer,
  explainFormula,
  type FormulaGrounds,
  recomputed,
  stationAgain,
} from '../../core/explain/index.ts';
import { measureIds } from '../../core/measures/catalogue.ts';
import type { Explanation, Subject } from '../../core/measures/explanation.ts';
import { parsePlanValue } from '../../core/plan/parsePlan.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { singleQueuePlan } from '../support/plans.ts';
import { randomPlan } from '../support/randomPlans.ts';
import { chainFaults } from './chainFaults.ts';
import { subjectsOf } from './subjects.ts';

function groundsOf(written: PlanInput): FormulaGrounds {
  const { plan } = parsePlanValue(written);
  if (plan === null) throw new Error('the plan has faults');
  return { plan, written, model: compiledPlan(written) };
}

/** Of each kind of part the first two: chains of the others are made alike. */
function someSubjects(grounds: FormulaGrounds, measure: (typeof measureIds)[number]): Subject[] {
  const seen = new Map<string, number>();
  return subjectsOf(grounds.plan, measure).filter(({ kind, part }) => {
    const name = `${kind}@${part?.kind}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return (seen.get(name) ?? 0) <= (part === null ? 2 : 1);
  });
}

function everyChain(grounds: FormulaGrounds, some = someSubjects): string[] {
  const { explain } = createFormulaExplainer(grounds);
  return measureIds.flatMap((measure) =>
    some(grounds, measure).flatMap((subject) => chainFaults(explain({ measure, subject, interval: null }))),
  );
}

/** One day of a sample: chains of all its days are made alike. */
function sample(id: string): FormulaGrounds {
  const written = JSON.parse(openSample(id) ?? '') as PlanInput;
  return groundsOf({ ...written, horizon: { ...written.horizon, days: 1, warmUpDays: 0 } });
}

describe('explainFormula', () => {
  it('explains every measure of a plan with one queue, back to its volume, handling, agents and patience', () => {
    const grounds = groundsOf(
      singleQueuePlan({
        agents: 15,
        meanHandlingSeconds: 240,
        contactsPerHour: 200,
        patienceSeconds: 120,
        targetSeconds: 20,
      }),
    );
    expect(everyChain(grounds)).toEqual([]);
    const [promise] = grounds.plan.promises;
    const explained = explainFormula(grounds, {
      measure: 'serviceLevelFraction',
      subject: { kind: 'promises', id: promise?.id ?? '', part: null },
      interval: null,
    });
    // Published by the issue: 79.6 % in time, 7.4 % abandoned.
    expect(explained.value).toBeCloseTo(0.796, 3);
    const station = explained.steps.find(({ code }) => code === 'station');
    expect(station?.operation).toEqual({ kind: 'station', model: 'erlang-a' });
    const values = Object.fromEntries((station?.inputs ?? []).map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({ agents: 15, handling: 240, patience: 120, target: 20 });
    expect(values['load']).toBeCloseTo(200 / 15, 9);
    expect(station?.outputs.find(({ name }) => name === 'abandonment')?.value).toBeCloseTo(0.074, 3);
    const paths = explained.steps.flatMap(({ inputs }) =>
      inputs.flatMap(({ from }) => (from.kind === 'plan' ? [from.path.join('/')] : [])),
    );
    for (const path of [
      'demand/0/volume/contacts',
      'handling/0/time',
      'channels/0/patience',
      'promises/0/targetSeconds',
    ])
      expect(paths).toContain(path);
  });

  it.each(['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'])(
    'explains measures of %s by steps that give them again',
    (id) => {
      const grounds = sample(id);
      const some = (of: FormulaGrounds, measure: (typeof measureIds)[number]): Subject[] =>
        someSubjects(of, measure).filter(
          (_, i) => (measureIds.indexOf(measure) + i) % (id === 'online-shop' ? 29 : 9) === 0,
        );
      expect(everyChain(grounds, some)).toEqual([]);
    },
  );

  it('asks the stations of its chains again and gets every answer again', () => {
    const grounds = sample('computer-company');
    const { explain } = createFormulaExplainer(grounds);
    let stations = 0;
    for (const { id } of grounds.plan.promises) {
      const subject: Subject = { kind: 'promises', id, part: null };
      const { steps } = explain({ measure: 'serviceLevelFraction', subject, interval: null });
      for (const step of steps.filter(({ code }) => code === 'station')) {
        stations += 1;
        stationAgain(step).forEach((value, i) => {
          expect(value).toBeCloseTo(step.outputs[i]?.value as number, 9);
        });
        expect(recomputed(step)).not.toBeNull();
      }
    }
    expect(stations).toBeGreaterThanOrEqual(2);
  });

  it('explains the lines over time at an interval that is asked for', () => {
    const grounds = sample('bank-phone-centre');
    const [promise] = grounds.plan.promises;
    const [team] = grounds.plan.teams;
    const asked = [
      { measure: 'serviceLevelFraction', subject: { kind: 'promises', id: promise?.id ?? '', part: null } },
      { measure: 'offeredContacts', subject: { kind: 'total', id: '', part: null } },
      { measure: 'queueLengthMeanContacts', subject: { kind: 'teams', id: team?.id ?? '', part: null } },
      { measure: 'agentsOnDutyMean', subject: { kind: 'teams', id: team?.id ?? '', part: null } },
    ] as const;
    for (const { measure, subject } of asked) {
      const explained = explainFormula(grounds, { measure, subject, interval: 22 });
      expect(chainFaults(explained)).toEqual([]);
      if (explained.closeUp !== null) expect(explained.closeUp.interval).toBe(22);
    }
  });

  it('explains measures of random plans by steps that give them again', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const grounds = groundsOf(randomPlan(seed, 300).input);
      const some = (of: FormulaGrounds, measure: (typeof measureIds)[number]): Subject[] =>
        someSubjects(of, measure).filter((_, i) => (measureIds.indexOf(measure) + i + seed) % 4 === 0);
      expect(everyChain(grounds, some)).toEqual([]);
    }
  });
});

describe('chainFaults', () => {
  it('notices a step whose output is not what its inputs give', () => {
    const grounds = groundsOf(
      singleQueuePlan({ agents: 3, meanHandlingSeconds: 300, contactsPerHour: 24, targetSeconds: 20 }),
    );
    const explained = explainFormula(grounds, {
      measure: 'waitMeanSeconds',
      subject: { kind: 'total', id: '', part: null },
      interval: null,
    });
    expect(chainFaults(explained)).toEqual([]);
    explained.steps.forEach((step, at) => {
      const [first, ...rest] = step.outputs;
      if (first?.value === null || first === undefined) return;
      const wrong = { ...step, outputs: [{ ...first, value: (first.value as number) + 1 }, ...rest] };
      const steps = explained.steps.map((one, i) => (i === at ? wrong : one));
      expect(chainFaults({ ...explained, steps } as Explanation)).not.toEqual([]);
    });
  });
});
