// The benchmark from its words to its table; bundled, and started by run.mjs on Node 24.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { engineVersion } from '../../core/simulation/index.ts';
import { type Comparison, compareSpeed, type SpeedSize } from './compareSpeed.ts';
import { compareYear, yearOverReference } from './compareYear.ts';
import { distances, type FigureCheckSize, farthest, isRight } from './figures.ts';
import { formulaLines, formulaSpeed } from './formulaSpeed.ts';
import { formulaTimes } from './formulaTimes.ts';
import { ownReference } from './ownReference.ts';
import { type PrecisionExtent, precisionLine, precisionWork } from './precisionWork.ts';
import { buildReference, type ReferenceProgram } from './reference.ts';
import { figureLine, ownReferenceLine, scaleTable, speedTable, yearLine } from './report.ts';
import { type ScaleFigure, type ScaleSize, scaleFigures } from './scale.ts';
import { plainWorkloads, workloads } from './workloads.ts';

const usage = 'npm run bench -- [--quick] [--scale] [--json]';

interface Sizes {
  readonly figures: FigureCheckSize;
  readonly speed: SpeedSize;
  /** Days of the online shop, and rounds. */
  readonly year: { readonly days: number; readonly rounds: number };
  readonly precision: PrecisionExtent;
}

const full: Sizes = {
  figures: { replications: 20, contacts: 200_000, warmUpContacts: 40_000 },
  speed: { rounds: 7, replications: 2, contacts: 1_050_000, warmUpContacts: 50_000 },
  year: { days: 366, rounds: 5 },
  precision: { seeds: 21, halfWidthFraction: 0.005 },
};
const quick: Sizes = {
  figures: { replications: 10, contacts: 60_000, warmUpContacts: 20_000 },
  speed: { rounds: 3, replications: 1, contacts: 300_000, warmUpContacts: 50_000 },
  year: { days: 14, rounds: 2 },
  precision: { seeds: 5, halfWidthFraction: 0.005 },
};

const scale: ScaleSize = {
  rounds: 5,
  poolDays: 30,
  poolReplications: 24,
  linearDays: 81,
  teamDays: 14,
  memoryDays: 366,
  memoryReplications: [2, 20],
};
const quickScale: ScaleSize = {
  rounds: 3,
  poolDays: 8,
  poolReplications: 16,
  linearDays: 20,
  teamDays: 3,
  memoryDays: 28,
  memoryReplications: [2, 4],
};

async function main(): Promise<number> {
  const options = decode();
  if (options === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  if (options.formulas || options.formulasLater) {
    print(JSON.stringify(await formulaTimes(options.formulas)));
    return 0;
  }
  const say = options.json ? () => {} : print;
  const sizes = options.quick ? quick : full;
  const { program, ...without } = buildReference();
  const noReference = 'reason' in without ? without.reason : null;
  const machine = describeMachine(program);
  say([...Object.values(machine).map(String)].join(' · '), ...(noReference === null ? [] : [noReference]));

  const wrong: string[] = [];
  const rows: Comparison[] = [];
  for (const name of plainWorkloads) {
    const all = distances(workloads[name], program, sizes.figures);
    const line = figureLine(name, farthest(all));
    say(line);
    // No speed is shown of a program whose figures are wrong.
    if (all.every(isRight)) rows.push(...compareSpeed(workloads[name], program, sizes.speed));
    else wrong.push(line);
  }
  rows.push(compareYear(sizes.year, sizes.speed));
  const yearOver = yearOverReference(rows);
  say('', ...speedTable(rows), ...yearLine(yearOver));
  const own = options.quick ? [] : ownReference();
  if (own.length > 0) say('', ownReferenceLine(own));
  const precision = precisionWork(sizes.precision);
  say('', precisionLine(precision));
  const formulas = formulaSpeed(options.quick ? 1 : 7);
  say('', ...formulaLines(formulas));
  const grown: readonly ScaleFigure[] = options.scale
    ? await scaleFigures(options.quick ? quickScale : scale)
    : [];
  if (grown.length > 0) say('', ...scaleTable(grown));
  const all = {
    workloads: rows,
    yearOverReference: yearOver,
    precision,
    formulas,
    scale: grown,
    ownReference: own,
    machine,
    quick: options.quick,
  };
  if (options.json) print(JSON.stringify({ ...all, noReference, wrong }, null, 2));
  return wrong.length === 0 ? 0 : 1;
}

const describeMachine = (program: ReferenceProgram | undefined) => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  processors: availableParallelism(),
  platform: `${process.platform} ${process.arch}`,
  node: process.versions.node,
  engineVersion,
  reference: program === undefined ? null : `${program.name}, ${program.builtWith}`,
  load: loadavg()[0]?.toFixed(1) ?? '',
});

interface Options {
  readonly quick: boolean;
  readonly scale: boolean;
  readonly json: boolean;
  /** Only the times of one process for `formulaSpeed`: of its first answer, or of one after others. */
  readonly formulas: boolean;
  readonly formulasLater: boolean;
}

function decode(): Options | undefined {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      options: { quick: flag, scale: flag, json: flag, formulas: flag, formulasLater: flag },
    }).values;
  } catch {
    return undefined;
  }
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

process.exitCode = await main();
