// The table of what the articles ask for is walked: every row is there, every screen and test exists, every command runs.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planScreens } from '../../renderer/screens/planScreens.ts';
import { run } from '../cli/testIo.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted: Readonly<Record<string, number>> = { E: 9, R: 7, T: 6, A: 9, M: 8 };
/** Only these may wait for later work. */
const mayWait = ['M7'];

interface Row {
  readonly id: string;
  readonly waits: boolean;
  readonly screens: readonly string[];
  readonly shownBy: string;
}

const inTicks = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const rows: Row[] = readFileSync(`${root}docs/seeds.md`, 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id]) => /^[ERTAM]\d$/.test(id ?? ''))
  .map(([, id = '', what = '', screens = '', shownBy = '']) => ({
    ...{ id, waits: what.startsWith('**waits**') },
    ...{ screens: inTicks(screens), shownBy: inTicks(shownBy)[0] ?? '' },
  }));
const commands = [...new Set(rows.map(({ shownBy }) => shownBy))].filter((one) => one.startsWith('saff '));

describe('what the articles ask for', () => {
  it('has each row once, in its place', () => {
    const all = Object.entries(wanted).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
    );
    expect(rows.map(({ id }) => id)).toEqual(all);
    expect(
      rows
        .filter(({ waits }) => waits)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(mayWait);
  });

  it('names screens that exist', () => {
    const ids = new Set<string>(planScreens.map(({ id }) => id));
    for (const { id, screens } of rows) {
      expect({ id, screens: screens.length > 0 }).toEqual({ id, screens: true });
      expect({ id, unknown: screens.filter((screen) => !ids.has(screen)) }).toEqual({ id, unknown: [] });
    }
  });

  it('shows each row by a command or by a test that exists', () => {
    const missing = rows.filter(
      ({ shownBy }) => !shownBy.startsWith('saff ') && !(shownBy !== '' && existsSync(`${root}${shownBy}`)),
    );
    expect(missing).toEqual([]);
    expect(commands.length).toBeGreaterThan(8);
  });

  it.each(commands)('%s runs', { timeout: 60_000 }, async (command) => {
    const { code, out } = await run(command.split(' ').slice(1));
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(50);
  });
});
