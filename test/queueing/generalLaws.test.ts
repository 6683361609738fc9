import { describe, expect, it } from 'vitest';
import type { Law } from '../../core/plan/schema/law.ts';
import { bandedStationary } from '../../core/queueing/bandedChain.ts';
import { durationCurve } from '../../core/queueing/durationCurve.ts';
import { generalHandling } from '../../core/queueing/generalHandling.ts';
import { generalPatience } from '../../core/queueing/generalPatience.ts';
import { steadyHandlingWait } from '../../core/queueing/steadyHandling.ts';
import { waitStretch } from '../../core/queueing/waitStretch.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { randomFrom } from './denseChain.ts';
import { expectNear, succeeded } from './near.ts';

function randomLaw(random: ReturnType<typeof randomFrom>): Law {
  const mean = random.between(20, 400);
  const cv = random.between(0.4, 2);
  const laws: readonly Law[] = [
    { law: 'exponential', meanSeconds: mean },
    { law: 'lognormal', meanSeconds: mean, cv },
    { law: 'gamma', meanSeconds: mean, cv },
    { law: 'weibull', scaleSeconds: mean, shape: random.between(0.6, 3) },
    { law: 'uniform', lowSeconds: mean / 4, highSeconds: mean * 2 },
    { law: 'deterministic', seconds: mean },
    {
      law: 'mixture',
      parts: [
        { share: 0.4, meanSeconds: mean },
        { share: 0.6, meanSeconds: mean / 5 },
      ],
    },
    { law: 'empirical', valuesSeconds: [mean / 9, mean / 2, mean, mean * 3] },
  ];
  return laws[random.whole(0, laws.length - 1)] as Law;
}

/** The measures by adding up small steps, the time spent in the queue by adding up who is still there. */
function slowly(agents: number, arrivals: number, handling: number, law: Law, target: number) {
  const { lasting } = durationCurve(law);
  const step = 0.01;
  const sums = { total: 0, gone: 0, spent: 0, served: 0 };
  let spent = 0;
  for (let k = 0; k < 400_000; k += 1) {
    const still = lasting((k + 0.5) * step);
    const middle = spent + (still * step) / 2;
    const weight = Math.exp(arrivals * middle - (agents / handling) * (k + 0.5) * step) * step;
    sums.total += weight;
    sums.gone += weight * (1 - still);
    sums.spent += weight * middle;
    if ((k + 0.5) * step < target) sums.served += weight * still;
    spent += still * step;
    if (k > 1000 && weight < sums.total * 1e-13) break;
  }
  // 1 / blocking of one agent fewer, term by term.
  let term = 1;
  let inverse = 1;
  for (let n = agents - 1; n > 0; n -= 1) {
    term *= n / (arrivals * handling);
    inverse += term;
  }
  const scale = arrivals / (inverse + arrivals * sums.total);
  return {
    wait: scale * sums.total,
    gone: scale * sums.gone,
    spent: scale * sums.spent,
    inTime: 1 - scale * sums.total + scale * sums.served,
  };
}

/** A team whose handling has two phases: Erlang-2, or exponential of one of two means (hyperexponential). */
function phases(agents: number, arrivals: number, squared: number, leaving: number, most: number) {
  const isErlang = squared < 1;
  const first = (1 + Math.sqrt(Math.max(0, squared - 1) / (squared + 1))) / 2;
  const rates = isErlang ? [2, 2] : [2 * first, 2 * (1 - first)];
  const [fast = 1, slow = 1] = rates;
  const width = agents + 1;
  const shares = bandedStationary((most + 1) * width, width + 1, (state, add) => {
    const present = Math.floor(state / width);
    const inFirst = state - present * width;
    const busy = Math.min(present, agents);
    if (inFirst > busy) return void add(state - 1, 1);
    const begins = (by: number, rate: number): void => {
      add(state + by + 1, rate * (isErlang ? 1 : first));
      if (!isErlang) add(state + by, rate * (1 - first));
    };
    if (present < most) {
      if (present < agents) begins(width, arrivals);
      else add(state + width, arrivals);
    }
    const ends = (by: number, rate: number): void => {
      if (rate === 0) return;
      if (present > agents) begins(by - width, rate);
      else add(state + by - width, rate);
    };
    if (isErlang && inFirst > 0) add(state - 1, inFirst * fast);
    if (!isErlang) ends(-1, inFirst * fast);
    ends(0, (busy - inFirst) * slow);
    if (present > agents) add(state - width, (present - agents) * leaving);
  });
  let wait = 0;
  let queue = 0;
  for (const [state, share] of shares.entries()) {
    const present = Math.floor(state / width);
    if (present >= agents) wait += share;
    queue += share * Math.max(0, present - agents);
  }
  return { wait, queue, gone: (queue * leaving) / arrivals };
}

describe('generalPatience', () => {
  it('is what adding up small steps gives, for 200 random sets of eight laws', () => {
    const random = randomFrom(301);
    for (let set = 0; set < 200; set += 1) {
      const agents = random.whole(1, 25);
      const handling = random.between(60, 400);
      const arrivals = (random.between(0.3, 1.25) * agents) / handling;
      const patience = randomLaw(random);
      const target = random.between(0, 60);
      const given = {
        agents,
        arrivals: perSecond(arrivals),
        handling: seconds(handling),
        patience,
        target: seconds(target),
      };
      const o = succeeded(generalPatience(given));
      const slow = slowly(agents, arrivals, handling, patience, target);
      const what = `set ${set} ${JSON.stringify(given)}`;
      expectNear(o.waitProbability, slow.wait, { relative: 2e-4 }, `wait ${what}`);
      expectNear(o.abandonment, slow.gone, { relative: 2e-3, absolute: 1e-7 }, `leaving ${what}`);
      expectNear(o.meanWait, slow.spent, { relative: 1e-3, absolute: 1e-6 }, `mean wait ${what}`);
      expectNear(o.serviceLevel, slow.inTime, { absolute: 4e-4 }, `in time ${what}`);
    }
  });

  it('errs by no more than it says where handling times are not exponential', () => {
    const worst = { small: { wait: 0, gone: 0 }, large: { wait: 0, gone: 0 } };
    for (const agents of [2, 5, 20]) {
      for (const load of [0.5, 0.8, 1, 1.2]) {
        for (const squared of [0.5, 2, 4]) {
          for (const patience of [0.1, 1 / 3, 1, 5]) {
            const arrivals = load * agents;
            const exact = phases(
              agents,
              arrivals,
              squared,
              1 / patience,
              agents + Math.ceil(2 * arrivals * patience + 60),
            );
            const o = succeeded(
              generalPatience({
                agents,
                arrivals: perSecond(arrivals),
                handling: seconds(1),
                handlingVariation: Math.sqrt(squared),
                patience: { law: 'exponential', meanSeconds: patience },
                target: seconds(0.1),
              }),
            );
            const at = squared > 2 ? worst.large : worst.small;
            at.wait = Math.max(at.wait, Math.abs(o.waitProbability - exact.wait));
            at.gone = Math.max(at.gone, Math.abs(o.abandonment - exact.gone));
          }
        }
      }
    }
    expect(worst.small.gone).toBeLessThan(0.004);
    expect(worst.small.wait).toBeLessThan(0.016);
    expect(worst.large.gone).toBeLessThan(0.009);
    expect(worst.large.wait).toBeLessThan(0.0355);
    expect(worst.large.wait).toBeGreaterThan(0.01);
  });

  it('refuses an endless patience under too much load', () => {
    const queue = { agents: 2, arrivals: perSecond(3), handling: seconds(1), target: seconds(1) };
    const refused = generalPatience({ ...queue, patience: { law: 'never' } });
    expect(refused.ok ? [] : refused.failure.map(({ code }) => code)).toEqual(['unstable']);
  });

  it('is finite for 100,000 agents and for patience of a millisecond', () => {
    for (const load of [1e-6, 0.99, 1.2]) {
      for (const patience of [0.001, 60, 86_400]) {
        const o = succeeded(
          generalPatience({
            agents: 100_000,
            arrivals: perSecond((load * 100_000) / 300),
            handling: seconds(300),
            patience: { law: 'lognormal', meanSeconds: patience, cv: 1.2 },
            target: seconds(20),
          }),
        );
        for (const value of Object.values(o)) expect(Number.isFinite(value), JSON.stringify(o)).toBe(true);
      }
    }
  });
});

describe('generalHandling', () => {
  it('errs by no more than it says against chains', () => {
    let wait = 0;
    let mean = 0;
    for (const agents of [2, 5, 10, 20]) {
      for (const load of [0.5, 0.8, 0.9]) {
        for (const squared of [0.5, 2, 4]) {
          const exact = phases(agents, load * agents, squared, 0, agents + 400);
          const o = succeeded(
            generalHandling({
              agents,
              arrivals: perSecond(load * agents),
              handling: seconds(1),
              handlingVariation: Math.sqrt(squared),
              target: seconds(0.1),
            }),
          );
          wait = Math.max(wait, Math.abs(o.waitProbability - exact.wait));
          mean = Math.max(mean, Math.abs(o.meanQueue / exact.queue - 1));
        }
      }
    }
    expect(wait).toBeLessThan(0.021);
    expect(mean).toBeLessThan(0.0535);
    expect(mean).toBeGreaterThan(0.02);
  });

  it('gives the worked examples', () => {
    expectNear(steadyHandlingWait(2, 1), 0.17674105711206425, { relative: 1e-9 }, 'constant handling');
    expectNear(waitStretch(10, 8, 2), 2.0734, { absolute: 5e-5 }, 'stretch');
    const queue = { agents: 10, arrivals: perSecond(8), handling: seconds(1), target: seconds(1) };
    expectNear(
      succeeded(generalHandling({ ...queue, handlingVariation: 2 })).meanWait,
      0.42419,
      { absolute: 5e-6 },
      'wait',
    );
  });
});
