import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackupClock } from '../../electron/store/backupClock.ts';

const backup = { number: 1, file: 'a', at: '2026-11-22T10:00:00Z', bytes: 1 };
const minute = 60_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saff-clock-'));
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const clockWith = (made: () => boolean = () => true) => {
  let count = 0;
  const clock = createBackupClock({
    folder,
    now: () => new Date(),
    backup: () => {
      count += 1;
      return made() ? { ok: true, value: backup } : { ok: false, failure: { code: 'diskFull', params: {} } };
    },
  });
  return { ...clock, count: () => count };
};

describe('createBackupClock', () => {
  it('backs up soon after the first change, and then after an hour of work', () => {
    const clock = clockWith();
    clock.noteSaved();
    expect(clock.count()).toBe(0);
    vi.advanceTimersByTime(minute);
    expect(clock.count()).toBe(1);
    for (let passed = 0; passed < 59; passed += 1) {
      clock.noteSaved();
      vi.advanceTimersByTime(minute);
    }
    expect(clock.count()).toBe(1);
    clock.noteSaved();
    vi.advanceTimersByTime(2 * minute);
    expect(clock.count()).toBe(2);
  });

  it('backs up nothing where nothing has changed', () => {
    const clock = clockWith();
    vi.advanceTimersByTime(500 * minute);
    clock.close();
    expect(clock.count()).toBe(0);
  });

  it('backs up at the end what has changed, unless there is a fresh backup', () => {
    const clock = clockWith();
    clock.noteSaved();
    clock.close();
    expect(clock.count()).toBe(1);
    writeFileSync(join(folder, 'library-000001-2026-11-22T11-30-00Z.db'), '');
    const next = clockWith();
    next.noteSaved();
    next.close();
    expect(next.count()).toBe(0);
  });

  it('takes a backup from the future as a sign that a clock was set, and makes one', () => {
    writeFileSync(join(folder, 'library-000001-2036-11-22T11-30-00Z.db'), '');
    const clock = clockWith();
    clock.noteSaved();
    clock.close();
    expect(clock.count()).toBe(1);
  });

  it('asks again after the next change where a backup could not be made', () => {
    mkdirSync(join(folder, 'unrelated'));
    let works = false;
    const clock = clockWith(() => works);
    clock.noteSaved();
    vi.advanceTimersByTime(minute);
    works = true;
    clock.noteSaved();
    vi.advanceTimersByTime(minute);
    expect(clock.count()).toBe(2);
    clock.noteSaved();
    vi.advanceTimersByTime(minute);
    expect(clock.count()).toBe(2);
  });
});
