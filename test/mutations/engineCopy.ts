// A copy of the engine and of the second program in a folder of its own, in which one line can be changed at a time.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PlanReport } from './comparePlans.ts';
import type { Mutation } from './mutation.ts';
import { occurrences } from './mutations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const parts = ['package.json', 'core', 'test/support', 'test/mutations', 'electron/host/timeZoneOffsets.ts'];

/** What came of some plans: a report for each, and whether the program ended as it should. */
export interface Outcome {
  readonly reports: readonly PlanReport[];
  readonly failed: string | undefined;
}

export class EngineCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'saff-mutations-'));

  constructor() {
    for (const part of parts) cpSync(join(root, part), join(this.folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  compare(contacts: number, mode: 'all' | 'first', seeds: readonly number[], seconds: number): Outcome {
    const program = join(this.folder, 'test/mutations/comparePlans.ts');
    const run = spawnSync(process.execPath, [program, `${contacts}`, mode, ...seeds.map(String)], {
      encoding: 'utf8',
      timeout: seconds * 1000,
      maxBuffer: 2 ** 28,
    });
    const reports = run.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PlanReport);
    if (run.error !== undefined) return { reports, failed: run.error.message };
    const reason = run.stderr.split('\n').find((line) => line.includes('Error')) ?? `exit ${run.status}`;
    return { reports, failed: run.status === 0 ? undefined : reason };
  }

  /** Does something while the mutation stands in the copy. */
  with<T>(mutation: Mutation, use: () => T): T {
    const file = join(this.folder, 'core/simulation', mutation.file);
    const source = readFileSync(file, 'utf8');
    const found = occurrences(source, mutation);
    if (found !== 1) throw new Error(`its text occurs ${found} times in ${mutation.file}`);
    writeFileSync(
      file,
      source.replace(mutation.find, () => mutation.replace),
    );
    try {
      return use();
    } finally {
      writeFileSync(file, source);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
