// How long answers by formula take: a whole plan cold, warm and after an edit, beside a fixed loop on the same machine at the
// same time; and the inverse searches of core/queueing for a thousand agents.
import { execFileSync } from 'node:child_process';
import {
  agentsFor,
  longestHandling,
  mostArrivals,
  type Promises,
} from '../../core/queueing/erlangPromises.ts';
import { fraction, perSecond, seconds } from '../../core/units/quantities.ts';
import type { FormulaTimes } from './formulaTimes.ts';

export interface FormulaSpeed {
  /** Whether the processes were held on one core; else they had all. */
  readonly isOneCore: boolean;
  /** Medians over processes: a plan of which nothing is cached, as the first answer of a process, and after those to other plans. */
  readonly coldMilliseconds: number;
  readonly coldAllMilliseconds: number;
  readonly laterMilliseconds: number;
  readonly laterAllMilliseconds: number;
  readonly warmMilliseconds: number;
  readonly incrementalMilliseconds: number;
  readonly loopMilliseconds: number;
  /** Cold time of the answering thread over that of the loop. */
  readonly coldOverLoop: number;
  readonly coldTargetMilliseconds: number;
  readonly inverse: readonly { readonly name: string; readonly milliseconds: number }[];
  readonly inverseTargetMilliseconds: number;
}

const coldTarget = 50;
const inverseTarget = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** So many processes, each with one cold answer. */
export function formulaSpeed(processes: number): FormulaSpeed {
  const isOneCore = canHold();
  const first = Array.from({ length: processes }, () => timesOf('--formulas', isOneCore));
  const later = Array.from({ length: processes }, () => timesOf('--formulasLater', isOneCore));
  const of = (runs: readonly FormulaTimes[], name: keyof FormulaTimes): number =>
    median(runs.map((run) => run[name]));
  return {
    isOneCore,
    coldMilliseconds: of(first, 'cold'),
    coldAllMilliseconds: of(first, 'coldAll'),
    laterMilliseconds: of(later, 'cold'),
    laterAllMilliseconds: of(later, 'coldAll'),
    warmMilliseconds: of(first, 'warm'),
    incrementalMilliseconds: of(first, 'incremental'),
    loopMilliseconds: of(first, 'loop'),
    coldOverLoop: median(first.map(({ cold, loop }) => cold / loop)),
    coldTargetMilliseconds: coldTarget,
    inverse: inverseSearches(),
    inverseTargetMilliseconds: inverseTarget,
  };
}

/** A process of the bundle that runs now, which answers with its own times; on the first core where it can be held there. */
function timesOf(flag: string, isOneCore: boolean): FormulaTimes {
  const words = [process.execPath, process.argv[1] ?? '', flag];
  const [command = '', ...args] = isOneCore ? ['taskset', '-c', '0', ...words] : words;
  return JSON.parse(execFileSync(command, args, { encoding: 'utf8' })) as FormulaTimes;
}

/** Whether the system has a command that holds a process on one core. */
function canHold(): boolean {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** About a thousand agents: 12,000 contacts an hour of 300 s, with patience and without, and all promises at once. */
function inverseSearches(): FormulaSpeed['inverse'] {
  const queue = { arrivals: perSecond(12_000 / 3600), handling: seconds(300), target: seconds(20) };
  const patient = { ...queue, patience: seconds(90) };
  const all: Promises = {
    leastServiceLevel: fraction(0.8),
    mostAbandonment: fraction(0.05),
    mostMeanWait: seconds(30),
    mostOccupancy: fraction(0.98),
  };
  const searches: readonly (readonly [string, () => { readonly ok: boolean }])[] = [
    ['fewest agents, service level', () => agentsFor(queue, { leastServiceLevel: fraction(0.8) })],
    ['fewest agents, leaving', () => agentsFor(patient, { mostAbandonment: fraction(0.03) })],
    ['fewest agents, mean wait', () => agentsFor(patient, { mostMeanWait: seconds(15) })],
    ['fewest agents, occupancy', () => agentsFor(queue, { mostOccupancy: fraction(0.9) })],
    ['fewest agents, all at once', () => agentsFor(patient, all)],
    ['most volume, all at once', () => mostArrivals({ ...patient, agents: 1000 }, all)],
    ['longest handling, all at once', () => longestHandling({ ...patient, agents: 1000 }, all)],
  ];
  return searches.map(([name, search]) => {
    if (!search().ok) throw new Error(`${name} has no answer`);
    const times = Array.from({ length: 9 }, () => {
      const before = process.cpuUsage();
      for (let i = 0; i < 20; i += 1) search();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / 20;
    });
    return { name, milliseconds: median(times) };
  });
}

export function formulaLines(speed: FormulaSpeed): string[] {
  const {
    coldMilliseconds: cold,
    coldTargetMilliseconds: target,
    inverse,
    inverseTargetMilliseconds,
  } = speed;
  const missed = (value: number, most: number): string => (value > most ? '  missed' : '');
  const slowest = inverse.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one));
  return [
    `formulas, 20 teams, a week of half hours, nothing of it cached, ${speed.isOneCore ? 'on one core' : 'on all cores'}, at most ${target} ms:`,
    `  first answer of a process ${cold.toFixed(1)} ms in its thread${missed(cold, target)}, ` +
      `${speed.coldOverLoop.toFixed(2)} times a fixed loop (${speed.loopMilliseconds.toFixed(1)} ms); ` +
      `with the compiling threads of the engine ${speed.coldAllMilliseconds.toFixed(1)} ms${missed(speed.coldAllMilliseconds, target)}`,
    `  after answers to other plans ${speed.laterMilliseconds.toFixed(1)} ms in its thread${missed(speed.laterMilliseconds, target)}, ` +
      `with the compiling threads ${speed.laterAllMilliseconds.toFixed(1)} ms${missed(speed.laterAllMilliseconds, target)}`,
    `  once more ${speed.warmMilliseconds.toFixed(1)} ms; after an edit of one team ${speed.incrementalMilliseconds.toFixed(1)} ms`,
    `inverse searches for 1000 agents: ${inverse.map(({ name, milliseconds }) => `${name} ${milliseconds.toFixed(2)}`).join(', ')} ms, ` +
      `at most ${inverseTargetMilliseconds} ms each${missed(slowest.milliseconds, inverseTargetMilliseconds)}`,
  ];
}
