import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createKept } from '../../electron/host/kept.ts';
import { type PlansApartParts, type PlanWork, plansApart, plansHere } from '../../electron/host/planWork.ts';
import { inProcess, type StartIsolate } from '../../electron/workers/isolate.ts';
import { valueOf } from '../store/testLibrary.ts';
import { smallPlanText } from '../support/smallPlan.ts';

const awkwardWorker = new URL('./awkwardPlanWorker.ts', import.meta.url);
const opened: PlanWork[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((plans) => plans.close()));
});
const open = (parts: PlansApartParts = {}): PlanWork => {
  const plans = plansApart(parts);
  opened.push(plans);
  return plans;
};
const text = smallPlanText({ days: 3 });
const asked = {
  ...{ text, measure: 'offeredContacts', of: 'total', by: 'formula' as const },
  options: { seed: 1 },
};

describe.each([
  ['a thread', undefined],
  ['a process', inProcess],
])('plans that are read and calculated in %s', (_, startIsolate) => {
  it('are answered as they are here', async () => {
    const here = plansHere();
    const apart = open({ ...(startIsolate && { startIsolate }) });
    expect(await apart.check(text)).toEqual(await here.check(text));
    expect(await apart.read(text)).toEqual(await here.read(text));
    expect(await apart.evaluate(text)).toEqual(await here.evaluate(text));
    expect(await apart.hashOfAsked(asked)).toEqual(await here.hashOfAsked(asked));
    const explained = valueOf(await apart.explainByFormula(asked));
    expect(explained).toEqual(valueOf(await here.explainByFormula(asked)));
    expect(explained.steps.length).toBeGreaterThan(0);
    expect(await apart.evaluate('{}')).toMatchObject({ ok: false, failure: { code: 'planInvalid' } });
  });
});

describe('plans apart', () => {
  it('L4: leave the host free while they are calculated', async () => {
    const plans = open({ workerFile: awkwardWorker });
    await plans.evaluate('ready');
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    await plans.evaluate('block');
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
  });

  it('L4: are read while formulas are calculated', async () => {
    const plans = open({ workerFile: awkwardWorker });
    let isCalculated = false;
    const calculated = plans.evaluate('block').then(() => {
      isCalculated = true;
    });
    await plans.check('ready');
    expect(isCalculated).toBe(false);
    await calculated;
  });

  it('L7: answer who waited when their isolate is lost, and go on in a new one', async () => {
    const errors: unknown[] = [];
    const startIsolate = inProcess;
    const plans = open({ workerFile: awkwardWorker, startIsolate, log: (_id, error) => errors.push(error) });
    const lost = [plans.evaluate('exit'), plans.evaluate('ready')];
    for (const answer of await Promise.all(lost))
      expect(answer).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(errors).toHaveLength(1);
    expect(valueOf(await plans.evaluate('ready'))).toBe('ready');
  });

  it('L6: are ended where they take too much memory or too long, and go on with the next', async () => {
    const startIsolate: StartIsolate = inProcess;
    for (const [what, limits] of [
      ['fill', { mostMegabytes: 400, longestMs: 60_000 }],
      ['hang', { mostMegabytes: 4000, longestMs: 600 }],
    ] as const) {
      const plans = open({ workerFile: awkwardWorker, startIsolate, limits });
      expect(await plans.evaluate(what)).toEqual({
        ok: false,
        failure: {
          code: 'calculationTooLarge',
          params: { limitMegabytes: limits.mostMegabytes, limitMinutes: limits.longestMs / 60_000 },
        },
      });
      expect(valueOf(await plans.evaluate('ready'))).toBe('ready');
    }
  });

  it('throw a defect on', async () => {
    await expect(open({ workerFile: awkwardWorker }).evaluate('throw')).rejects.toThrow('planted');
  });
});

describe('createKept', () => {
  it('keeps what was asked for last, and makes the rest anew', () => {
    const made: string[] = [];
    const kept = createKept<string, object>(2);
    const get = (key: string) =>
      kept.get(key, () => {
        made.push(key);
        return {};
      });
    const first = get('a');
    get('b');
    expect(get('a')).toBe(first);
    get('c');
    expect(get('a')).toBe(first);
    get('b');
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});

it('L4: the host reads and calculates no plan in its own thread', () => {
  const own = [
    'createHost',
    'planMethods',
    'simulationMethods',
    'explainMethods',
    'studyMethods',
    'sampleMethods',
  ];
  for (const name of own) {
    const source = readFileSync(new URL(`../../electron/host/${name}.ts`, import.meta.url), 'utf8');
    expect(source).not.toMatch(/parsePlan|checkedPlan|compilePlan|core\/evaluate|core\/explain\/index/);
  }
});
