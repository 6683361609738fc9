// What comes of files that were changed: an answer of the closed lists each time, and how long the slowest took.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlanFile as readPlan } from '../../core/bundle/planFile.ts';
import { failureCodes } from '../../core/contract/failures.ts';
import { faultCodes } from '../../core/plan/faultCodes.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import { readPlanFile } from '../../electron/files/readPlanFile.ts';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import { temporaryFolder } from '../store/testLibrary.ts';
import { mutated } from './mutated.ts';

export interface Outcome {
  /** Read as if nothing had happened. */
  readonly taken: number;
  readonly refused: number;
  readonly slowestMs: number;
}

async function each(count: number, one: (trial: number) => Promise<boolean> | boolean): Promise<Outcome> {
  let taken = 0;
  let slowestMs = 0;
  for (let trial = 0; trial < count; trial += 1) {
    // Of the processor: how busy the machine is with others says nothing about the file.
    const before = process.cpuUsage();
    if (await one(trial)) taken += 1;
    const { user, system } = process.cpuUsage(before);
    slowestMs = Math.max(slowestMs, (user + system) / 1000);
  }
  return { taken, refused: count - taken, slowestMs };
}

/** Plan files and bundles, by the way that the terminal takes: file, text, plan. */
export async function mutatedPlanFiles(sound: string, count: number, seed: number): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'saff-mutated-'));
  const path = join(folder, 'plan.saff');
  const bytes = Buffer.from(sound);
  const outcome = await each(count, async (trial) => {
    writeFileSync(path, mutated(bytes, seed + trial));
    const text = await readPlanFile(path);
    if (!text.ok) return false;
    const { draft, faults, results } = readPlan(text.value, engineVersion);
    for (const { code } of faults) if (!(code in faultCodes)) throw new Error(`no such fault: ${code}`);
    if ((draft === null || draft === undefined) && faults.length === 0)
      throw new Error('neither plan nor fault');
    return faults.length === 0 && results.length >= 0;
  });
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}

/** Libraries: opened, looked at and checked. */
export async function mutatedLibraries(sound: Uint8Array, count: number, seed: number): Promise<Outcome> {
  const folder = temporaryFolder();
  const outcome = await each(count, (trial) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'library.db'), mutated(sound, seed + trial));
    const library = openLibrary({ folder });
    const { state, failure } = library.status();
    if (failure !== null && !failureCodes.includes(failure.code)) throw new Error(failure.code);
    if (state !== 'closed') {
      const check = library.check();
      if (!check.ok) throw new Error(`open, but ${check.failure.code}`);
    }
    library.close();
    return state !== 'closed';
  });
  rmSync(folder, { recursive: true, force: true });
  return outcome;
}
