// The C program of reference.c as the benchmark sees it: found compiler, built program, parsed line, and the
// exact answers that its figures have to agree with before its speed is worth comparing.

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const referenceWorkloads = ['mm50', 'mm50a', 'tiers'] as const;
export type ReferenceWorkload = (typeof referenceWorkloads)[number];

export interface ReferenceStation {
  readonly agents: number;
  /** Counted contacts that reached this station. */
  readonly contacts: number;
  /** Time in the waiting line over all contacts, answered and abandoned. */
  readonly meanWaitSeconds: number;
  readonly meanWaitStandardErrorSeconds: number;
  /** Answered within 20 seconds / all contacts; who abandons has not been answered. */
  readonly serviceLevel20: number;
  readonly serviceLevel20StandardError: number;
  readonly abandonedShare: number;
  readonly abandonedShareStandardError: number;
  readonly meanQueueLength: number;
  readonly occupancy: number;
}

export interface ReferenceRun {
  readonly workload: ReferenceWorkload;
  readonly contacts: number;
  readonly warm: number;
  readonly seed: number;
  readonly arrivals: number;
  readonly events: number;
  readonly cpuSeconds: number;
  /** (contacts + warm) / cpuSeconds. */
  readonly contactsPerCpuSecond: number;
  /** The first station's. */
  readonly meanWaitSeconds: number;
  readonly serviceLevel20: number;
  readonly stations: readonly ReferenceStation[];
}

export interface ReferenceProgram {
  /** The compiler and the flags that made it, for the head of the printed table. */
  readonly builtWith: string;
  run(workload: ReferenceWorkload, contacts: number, warm: number, seed: number): ReferenceRun;
}

export type ReferenceBuild =
  | { readonly program: ReferenceProgram }
  | { readonly program: undefined; readonly reason: string };

const sourceFile = join(import.meta.dirname, 'reference.c');
const outputFolder = join(import.meta.dirname, '..', '..', 'dist', 'bench');

// The second line is for compilers that do not know -march=native for their processor.
const flagChoices = [
  ['-std=c11', '-O3', '-march=native'],
  ['-std=c11', '-O3'],
] as const;

/** Builds the C program with the first compiler that works, or says why there is none. */
export function buildReference(compilers: readonly string[] = ['cc', 'gcc', 'clang']): ReferenceBuild {
  const complaints: string[] = [];
  for (const compiler of compilers) {
    const asked = spawnSync(compiler, ['--version'], { encoding: 'utf8' });
    if (asked.status !== 0) {
      complaints.push(`${compiler} is not here`);
      continue;
    }
    const version = asked.stdout.split('\n')[0]?.trim() ?? compiler;
    for (const flags of flagChoices) {
      const built = compile(compiler, version, flags);
      if (built.file !== undefined) return { program: program(built.file, [version, ...flags].join(' ')) };
      complaints.push(`${compiler} ${flags.join(' ')} failed: ${built.complaint}`);
    }
  }
  return { program: undefined, reason: `no C compiler built reference.c (${complaints.join('; ')})` };
}

type Compiled = { readonly file: string } | { readonly file: undefined; readonly complaint: string };

function compile(compiler: string, version: string, flags: readonly string[]): Compiled {
  const hash = createHash('sha256');
  hash.update(readFileSync(sourceFile)).update(JSON.stringify([compiler, version, flags]));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const file = join(outputFolder, `reference-${hash.digest('hex').slice(0, 16)}${suffix}`);
  if (existsSync(file)) return { file };
  mkdirSync(outputFolder, { recursive: true });
  // Built under another name first: a program that was interrupted half-way is never taken for the real one.
  const unfinished = `${file}.${process.pid}${suffix}`;
  const done = spawnSync(compiler, [...flags, '-o', unfinished, sourceFile, '-lm'], { encoding: 'utf8' });
  if (done.status !== 0) {
    rmSync(unfinished, { force: true });
    return {
      file: undefined,
      complaint: done.stderr?.split('\n').find((line) => line !== '') ?? 'no reason',
    };
  }
  renameSync(unfinished, file);
  return { file };
}

function program(file: string, builtWith: string): ReferenceProgram {
  return {
    builtWith,
    run(workload, contacts, warm, seed) {
      const words = [workload, contacts, warm, seed].map(String);
      return parseReferenceLine(execFileSync(file, words, { encoding: 'utf8' }));
    },
  };
}

/** Reads the program's line; throws when a figure that is compared is missing, since both are ours. */
export function parseReferenceLine(line: string): ReferenceRun {
  const run = JSON.parse(line) as ReferenceRun;
  const compared = [
    run.contacts,
    run.cpuSeconds,
    run.contactsPerCpuSecond,
    run.meanWaitSeconds,
    run.serviceLevel20,
  ];
  const known = referenceWorkloads.includes(run.workload) && Array.isArray(run.stations);
  if (!known || run.stations.length === 0 || !compared.every(Number.isFinite)) {
    throw new Error(`reference printed something else: ${line}`);
  }
  return run;
}

export interface ExactStation {
  readonly meanWaitSeconds: number;
  readonly serviceLevel20: number;
  readonly abandonedShare: number;
}

/**
 * The exact figures of each station: Erlang C and Erlang A, computed here a second time and by other means
 * than in core/queueing, so that the two programs are not measured with one faulty ruler. The tiers are a
 * Jackson network, in which each station is an M/M/n of its own.
 *
 * Example: mm50 gives a mean wait of 21.8319 s and a service level of 0.739280.
 */
export const exactStations: Readonly<Record<ReferenceWorkload, readonly ExactStation[]>> = {
  mm50: [erlangC(50, 0.15, 300)],
  mm50a: [erlangA(50, 0.175, 300, 120)],
  tiers: [erlangC(40, 0.15, 240), erlangC(25, 0.0375, 600), erlangC(12, 0.0075, 1500)],
};

/** Below this many contacts at a station its mean wait is too skewed for a standard error from batches. */
const contactsForMeanWait = 500_000;

/**
 * How many standard errors each figure lies from the exact one; beyond 4 the program is wrong. For runs of a
 * million contacts or more. A mean wait is judged only where enough contacts passed: in tier 3, which is
 * nearly saturated, single long backlogs make it, and among sixty correct runs of three million one had 5.2.
 */
export function referenceDeviations(run: ReferenceRun): { readonly figure: string; readonly z: number }[] {
  return exactStations[run.workload].flatMap((exact, index) => {
    const station = run.stations[index];
    if (station === undefined) throw new Error(`${run.workload} has no station ${index + 1}`);
    const waitZ = (station.meanWaitSeconds - exact.meanWaitSeconds) / station.meanWaitStandardErrorSeconds;
    const levelZ = (station.serviceLevel20 - exact.serviceLevel20) / station.serviceLevel20StandardError;
    const abandonedZ = (station.abandonedShare - exact.abandonedShare) / station.abandonedShareStandardError;
    const where = `station ${index + 1}`;
    return [
      { figure: `${where} serviceLevel20`, z: levelZ },
      ...(station.contacts >= contactsForMeanWait ? [{ figure: `${where} meanWaitSeconds`, z: waitZ }] : []),
      ...(exact.abandonedShare > 0 ? [{ figure: `${where} abandonedShare`, z: abandonedZ }] : []),
    ];
  });
}

function erlangB(agents: number, load: number): number {
  let blocked = 1;
  for (let k = 1; k <= agents; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

function erlangC(agents: number, arrivalRate: number, meanHandling: number): ExactStation {
  const load = arrivalRate * meanHandling;
  const blocked = erlangB(agents, load);
  const waits = (agents * blocked) / (agents - load * (1 - blocked));
  const drainRate = agents / meanHandling - arrivalRate;
  return {
    meanWaitSeconds: waits / drainRate,
    serviceLevel20: 1 - waits * Math.exp(-drainRate * 20),
    abandonedShare: 0,
  };
}

// Through the offered (virtual) wait V: it is 0 with weight e = 1 / B(n-1, load), and has the density
// rate * g(x) beyond, g(x) = exp(rate/theta (1 - exp(-theta x)) - n mu x), both over the sum of all weights
// (Zeltyn and Mandelbaum 2005, section 3). Who meets V = x is answered when patient that long: exp(-theta x).
function erlangA(agents: number, rate: number, meanHandling: number, meanPatience: number): ExactStation {
  const theta = 1 / meanPatience;
  const weight = (x: number) =>
    Math.exp((rate / theta) * (1 - Math.exp(-theta * x)) - (agents / meanHandling) * x);
  const atOnce = 1 / erlangB(agents - 1, rate * meanHandling);
  const longest = 20 * meanPatience;
  const all = atOnce + rate * integral(weight, longest);
  const leaves = (x: number) => weight(x) * (1 - Math.exp(-theta * x));
  const stays = (x: number) => weight(x) * Math.exp(-theta * x);
  const abandonedShare = (rate * integral(leaves, longest)) / all;
  return {
    meanWaitSeconds: abandonedShare * meanPatience,
    serviceLevel20: (atOnce + rate * integral(stays, 20)) / all,
    abandonedShare,
  };
}

// Simpson's rule from 0 to `end`.
function integral(of: (x: number) => number, end: number): number {
  const steps = 20_000;
  let sum = of(0) + of(end);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * of((i * end) / steps);
  return (sum * end) / (3 * steps);
}
