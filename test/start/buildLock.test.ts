import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../electron/start/buildLock.mjs';

const newLock = (): string => join(mkdtempSync(join(tmpdir(), 'saff-lock-')), 'lock');
/** No process has a number this high. */
const deadHolder = '99999999 1';

describe('withLock', () => {
  it('lets one piece of work run at a time', async () => {
    const file = newLock();
    const events: string[] = [];
    let waits = 0;
    const work = (name: string) => async (): Promise<void> => {
      events.push(`${name} begins`);
      await pause(30);
      events.push(`${name} ends`);
    };
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        withLock(file, work(name), () => {
          waits += 1;
        }),
      ),
    );
    for (const at of [0, 2, 4]) expect(events[at + 1]).toBe(events[at]?.replace('begins', 'ends'));
    expect(waits).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it('is released when the work fails', async () => {
    const file = newLock();
    const failing = withLock(file, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over, by one of those who wait, from a holder that is dead', async () => {
    const file = newLock();
    writeFileSync(file, deadHolder);
    let running = 0;
    let most = 0;
    const work = async (): Promise<string> => {
      running += 1;
      most = Math.max(most, running);
      await pause(10);
      running -= 1;
      return 'done';
    };
    const all = await Promise.all([1, 2, 3].map(() => withLock(file, work)));
    expect(all).toEqual(['done', 'done', 'done']);
    expect(most).toBe(1);
  });

  it('is taken over from a holder that lives but has not touched it for long', async () => {
    const file = newLock();
    writeFileSync(file, `${process.pid} 1`);
    utimesSync(file, new Date(0), new Date(0));
    expect(await withLock(file, async () => 'done')).toBe('done');
  });
});
