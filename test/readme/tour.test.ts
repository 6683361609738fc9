// The five-minute tour of the README is run as it stands: each command, and each line that it promises to show.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

interface Step {
  readonly command: string;
  readonly shows: readonly string[];
}

/** Pairs of a shell block with `npm run saff -- ...` and the text block that follows it. */
function tour(text: string): Step[] {
  const steps: Step[] = [];
  const blocks = /```sh\nnpm run saff -- (?<command>[^\n]+)\n```\n\n```text\n(?<shows>[^`]+)```/g;
  for (const { groups } of text.matchAll(blocks)) {
    steps.push({ command: groups?.command ?? '', shows: (groups?.shows ?? '').trim().split('\n') });
  }
  return steps;
}

const run = (words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [`${root}electron/start/saff.mjs`, ...words],
      { cwd: root, maxBuffer: 64_000_000 },
      (error, output) => resolve({ code: error === null ? 0 : (child.exitCode ?? 1), output }),
    );
  });

/** Marks of direction are not what a reader sees. */
const visible = (text: string): string => text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '');

describe('the five-minute tour of the README', () => {
  const steps = tour(readme);

  it('begins with the two commands and has its steps', () => {
    expect(readme.indexOf('npm start')).toBeLessThan(readme.indexOf('npm test'));
    expect(readme.indexOf('npm test')).toBeLessThan(200);
    expect(steps.length).toBeGreaterThanOrEqual(6);
    const commands = readme.match(/```sh\nnpm run saff/g) ?? [];
    expect(steps).toHaveLength(commands.length);
  });

  it.each(steps)('shows what it says after saff $command', async ({ command, shows }) => {
    const { code, output } = await run(command.split(' '));
    expect(code).toBe(0);
    for (const line of shows) expect(visible(output)).toContain(line);
  });

  it('shows its picture', () => {
    const picture = /!\[[^\]]+\]\((?<path>[^)]+)\)/.exec(readme)?.groups?.path ?? '';
    expect(readFileSync(`${root}${picture}`).subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});
