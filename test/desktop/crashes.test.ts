import { describe, expect, it } from 'vitest';
import { createCrashGuard } from '../../electron/desktop/crashes.ts';

function guarded() {
  const started: string[] = [];
  let time = 0;
  const guard = createCrashGuard({ startAnew: (how) => started.push(how), now: () => time });
  const at = (seconds: number, reason = 'crashed'): void => {
    time = seconds * 1000;
    guard(reason);
  };
  return { started, at };
}

describe('the guard of the page', () => {
  it('R8: starts a page anew, and without its plan from the third time within a minute on', () => {
    const { started, at } = guarded();
    for (const second of [0, 10, 20, 30]) at(second, second === 10 ? 'oom' : 'crashed');
    expect(started).toEqual(['asItWas', 'asItWas', 'library', 'library']);
  });

  it('forgets crashes that are long past', () => {
    const { started, at } = guarded();
    for (const second of [0, 40, 90, 160]) at(second);
    expect(started).toEqual(['asItWas', 'asItWas', 'asItWas', 'asItWas']);
  });

  it('leaves a page alone that ended as it should', () => {
    const { started, at } = guarded();
    at(0, 'clean-exit');
    expect(started).toEqual([]);
  });
});
