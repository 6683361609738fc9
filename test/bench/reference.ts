// The C programs as the benchmark sees them: found compiler, built program, parsed lines. `gen` of ../shared/bench/limit.c is
// the measure where that folder lies beside the project; elsewhere it is reference.c, which does the same work.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, type PlainWorkload, plainWorkloads } from './workloads.ts';

/** One run of a program. */
export interface ReferenceRun {
  readonly workload: PlainWorkload;
  /** Contacts simulated, warm-up included. */
  readonly contacts: number;
  readonly cpuSeconds: number;
  readonly figures: { readonly [F in Figure['field']]?: number };
}

export interface ReferenceProgram {
  readonly name: string;
  /** The compiler and the flags that made it, for the head of the printed table. */
  readonly builtWith: string;
  /** So many runs one after the other in one process, with the seeds from `seed` on. */
  run(
    workload: PlainWorkload,
    contacts: number,
    warm: number,
    runs: number,
    seed: number,
  ): readonly ReferenceRun[];
}

export type ReferenceBuild =
  | { readonly program: ReferenceProgram }
  | { readonly program: undefined; readonly reason: string };

// Two folders up from the sources and from the bundle alike.
const projectFolder = join(import.meta.dirname, '..', '..');
const outputFolder = join(projectFolder, 'dist', 'reference');
const yardstickFile = join(projectFolder, '..', 'shared', 'bench', 'limit.c');
const ownFile = join(projectFolder, 'test', 'bench', 'reference.c');
const compilersTried = ['cc', 'gcc', 'clang'];

/** What stands before and behind the source; the later lines are for compilers that refuse the one before. */
type Flags = readonly [before: readonly string[], behind: readonly string[]];
const yardstickFlags: readonly Flags[] = [
  [
    ['-O3', '-march=native', '-fno-math-errno'],
    ['-lm', '-lmvec'],
  ],
  [['-O3', '-march=native', '-fno-math-errno', '-mno-avx512f'], ['-lm']],
  [['-O3', '-fno-math-errno'], ['-lm']],
];
const ownFlags: readonly Flags[] = [
  [['-std=c11', '-O3', '-march=native'], ['-lm']],
  [['-std=c11', '-O3'], ['-lm']],
];

/** The measure that all are compared with. */
export function buildReference(compilers: readonly string[] = compilersTried): ReferenceBuild {
  const shared = buildYardstick(compilers);
  return shared.program === undefined ? buildOwn(compilers) : shared;
}

export const buildYardstick = (compilers: readonly string[] = compilersTried): ReferenceBuild =>
  existsSync(yardstickFile)
    ? build('limit.c gen', yardstickFile, yardstickFlags, compilers)
    : { program: undefined, reason: '../shared/bench/limit.c is not here' };

export const buildOwn = (compilers: readonly string[] = compilersTried): ReferenceBuild =>
  build('reference.c', ownFile, ownFlags, compilers);

function build(
  name: string,
  source: string,
  flagChoices: readonly Flags[],
  compilers: readonly string[],
): ReferenceBuild {
  const complaints: string[] = [];
  for (const compiler of compilers) {
    const asked = spawnSync(compiler, ['--version'], { encoding: 'utf8' });
    if (asked.status !== 0) {
      complaints.push(`${compiler} is not here`);
      continue;
    }
    const version = asked.stdout.split('\n')[0]?.trim() ?? compiler;
    for (const flags of flagChoices) {
      const words = flags.flat().join(' ');
      const built = compile(source, compiler, version, flags);
      if (built.file !== undefined) return { program: program(name, built.file, `${version} ${words}`) };
      complaints.push(`${compiler} ${words} failed: ${built.complaint}`);
    }
  }
  return { program: undefined, reason: `no C compiler built ${name} (${complaints.join('; ')})` };
}

type Compiled = { readonly file: string } | { readonly file: undefined; readonly complaint: string };

function compile(source: string, compiler: string, version: string, flags: Flags): Compiled {
  const hash = createHash('sha256');
  hash.update(readFileSync(source)).update(JSON.stringify([compiler, version, flags]));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const file = join(outputFolder, `reference-${hash.digest('hex').slice(0, 16)}${suffix}`);
  if (existsSync(file)) return { file };
  mkdirSync(outputFolder, { recursive: true });
  // Built under another name first: a program that was interrupted half-way is never taken for the real one.
  const unfinished = `${file}.${process.pid}${suffix}`;
  const [before, behind] = flags;
  const done = spawnSync(compiler, [...before, '-o', unfinished, source, ...behind], { encoding: 'utf8' });
  if (done.status !== 0) {
    rmSync(unfinished, { force: true });
    const complaint = done.stderr?.split('\n').find((line) => line !== '') ?? 'no reason';
    return { file: undefined, complaint };
  }
  renameSync(unfinished, file);
  return { file };
}

function program(name: string, file: string, builtWith: string): ReferenceProgram {
  return {
    name,
    builtWith,
    run(workload, contacts, warm, runs, seed) {
      const words = [workload, 'gen', contacts, warm, runs, seed].map(String);
      const lines = execFileSync(file, words, { encoding: 'utf8' }).trim().split('\n');
      if (lines.length !== runs) throw new Error(`${name} printed ${lines.length} lines, not ${runs}`);
      return lines.map(parseReferenceLine);
    },
  };
}

const fields = ['wait', 'sl', 'ab', 'wait2', 'wait3', 'wA', 'wB', 'wC'] as const satisfies Figure['field'][];

/** Reads a program's line; throws when something that is compared is missing. */
export function parseReferenceLine(line: string): ReferenceRun {
  const { w, n, cpu, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const workload = plainWorkloads.find((known) => known === w);
  const figures = fields.flatMap((field): [Figure['field'], number][] => {
    const value = rest[field];
    return typeof value === 'number' && Number.isFinite(value) ? [[field, value]] : [];
  });
  if (workload === undefined || typeof n !== 'number' || typeof cpu !== 'number' || figures.length < 3)
    throw new Error(`a reference program printed something else: ${line}`);
  return { workload, contacts: n, cpuSeconds: cpu, figures: Object.fromEntries(figures) };
}
