import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRunWatch } from '../../electron/workers/runWatch.ts';

const limits = { silentMs: 5_000, mostMegabytes: 1_000, jobMegabytes: 100 };

describe('the watch over runs', () => {
  let now = 0;
  /** Time goes by, and each look comes when it is due. */
  const pass = (milliseconds: number): void => {
    for (let passed = 0; passed < milliseconds; passed += 100) {
      now += 100;
      vi.advanceTimersByTime(100);
    }
  };
  const watched = () => {
    const silent: string[] = [];
    const watch = createRunWatch<string>({
      limits,
      onSilent: (run) => {
        silent.push(run);
        watch.ended(run);
      },
      onFull: () => {},
      workersOf: () => [],
      usedBytes: () => 0,
    });
    return { watch, silent };
  };
  beforeEach(() => {
    now = 0;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('tells of a run whose workers say nothing, and of no other', () => {
    const { watch, silent } = watched();
    watch.heard('hangs');
    watch.heard('works');
    pass(3_000);
    watch.heard('works');
    pass(2_500);
    expect(silent).toEqual(['hangs']);
  });

  it('counts no time in which the program or the machine stood still', () => {
    const { watch, silent } = watched();
    watch.heard('run');
    pass(1_000);
    now += 3_600_000;
    pass(3_000);
    expect(silent).toEqual([]);
    pass(2_000);
    expect(silent).toEqual(['run']);
  });
});
