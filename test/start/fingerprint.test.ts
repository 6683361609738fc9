import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeFiles, fingerprint } from '../../electron/start/fingerprint.mjs';

function newFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'saff-print-'));
  mkdirSync(join(base, 'core', 'plan'), { recursive: true });
  writeFileSync(join(base, 'core', 'plan', 'plan.ts'), 'one');
  writeFileSync(join(base, 'core', 'README.md'), 'text');
  return base;
}

const printOf = (base: string, known = {}): string =>
  fingerprint(describeFiles(base, ['core', 'absent'], known), () => true);

describe('fingerprint', () => {
  it('changes with the content of a file, and with a file more or less', () => {
    const base = newFolder();
    const first = printOf(base);
    writeFileSync(join(base, 'core', 'plan', 'plan.ts'), 'two');
    const second = printOf(base);
    writeFileSync(join(base, 'core', 'team.ts'), 'team');
    const third = printOf(base);
    rmSync(join(base, 'core', 'team.ts'));
    expect(new Set([first, second, third]).size).toBe(3);
    expect(printOf(base)).toBe(second);
  });

  it('does not change with the time of a file, nor with documentation', () => {
    const base = newFolder();
    const known = describeFiles(base, ['core'], {});
    const before = fingerprint(known, () => true);
    utimesSync(join(base, 'core', 'plan', 'plan.ts'), new Date(0), new Date(0));
    writeFileSync(join(base, 'core', 'README.md'), 'other text');
    expect(printOf(base, known)).toBe(before);
  });

  it('sees a change of content that keeps the size', () => {
    const base = newFolder();
    const known = describeFiles(base, ['core'], {});
    writeFileSync(join(base, 'core', 'plan', 'plan.ts'), 'ten');
    utimesSync(join(base, 'core', 'plan', 'plan.ts'), new Date(0), new Date(0));
    expect(printOf(base, known)).not.toBe(fingerprint(known, () => true));
  });

  it('counts only the files that it is asked to', () => {
    const base = newFolder();
    const before = fingerprint(describeFiles(base, ['core'], {}), (path) => path.startsWith('core/plan/'));
    writeFileSync(join(base, 'core', 'team.ts'), 'team');
    const files = describeFiles(base, ['core'], {});
    expect(Object.keys(files)).toEqual(['core/plan/plan.ts', 'core/team.ts']);
    expect(fingerprint(files, (path) => path.startsWith('core/plan/'))).toBe(before);
  });
});
