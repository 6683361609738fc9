import { describe, expect, it } from 'vitest';
import { startUpdates, updateFeed } from '../../electron/desktop/updates.ts';

function started(feed: string | undefined, isPackaged = true) {
  const calls: unknown[] = [];
  const updater = () =>
    ({
      on: (event: string) => calls.push(event),
      setFeedURL: (options: unknown) => calls.push(options),
      checkForUpdates: () => calls.push('check'),
    }) as never;
  const on = startUpdates({ feed, isPackaged, updater, log: () => calls.push('log') });
  return { on, calls };
}

describe('updates', () => {
  it('are off, because there is no place where they are published', () => {
    expect(updateFeed).toBeUndefined();
    expect(started(updateFeed)).toEqual({ on: false, calls: [] });
  });

  it('are looked for once with a secure feed, in a packaged program alone', () => {
    const feed = 'https://updates.example/saff';
    expect(started(feed)).toEqual({ on: true, calls: ['error', { url: feed }, 'check'] });
    expect(started(feed, false).on).toBe(false);
    for (const other of ['http://updates.example/', 'file:///x', 'nonsense'])
      expect(started(other).on).toBe(false);
  });

  it('fail without harm where the system has no updater', () => {
    const logged: unknown[] = [];
    const updater = () => {
      throw new Error('none');
    };
    const parts = {
      feed: 'https://updates.example/',
      isPackaged: true,
      updater,
      log: (e: unknown) => logged.push(e),
    };
    expect([startUpdates(parts), logged.length]).toEqual([false, 1]);
  });
});
