// The benchmark from its words to its table; started by run.mjs on Node 24.
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { engineVersion } from '../../core/simulation/index.ts';
import { steadyPlans } from '../support/steadyPlans.ts';
import {
  type Comparison,
  type ComparisonSize,
  compareSpeed,
  isRight,
  mostStandardErrors,
} from './compareSpeed.ts';
import { buildReference, referenceWorkloads } from './reference.ts';

// The figures of the C program need a million contacts a run, those of the engine some fifteen replications.
const full: ComparisonSize = { rounds: 5, replications: 4, contacts: 700_000, warmUpContacts: 100_000 };
const quick: ComparisonSize = { rounds: 3, replications: 5, contacts: 140_000, warmUpContacts: 80_000 };

const usage = 'npm run bench -- [--quick] [--json]';

function main(): number {
  const options = decode();
  if (options === undefined) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { program, ...without } = buildReference();
  const machine = {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    engineVersion,
    reference: program?.builtWith ?? null,
  };
  const noReference = 'reason' in without ? without.reason : null;
  if (!options.json) print([...Object.values(machine).map(String)].join(' · '), noReference ?? '');
  const workloads: Comparison[] = [];
  if (!options.json)
    print(row(['workload', 'contacts', 'Saff /CPU-s', 'C /CPU-s', 'CPU time / C', 'farthest z']));
  for (const workload of referenceWorkloads) {
    const size = options.quick ? quick : full;
    const comparison = compareSpeed(workload, steadyPlans[workload], program, size);
    workloads.push(comparison);
    if (!options.json) print(rowOf(comparison));
  }
  const wrong = workloads.flatMap(complaints);
  if (options.json) print(JSON.stringify({ workloads, machine, noReference, wrong }, null, 2));
  else print('', ...wrong, ...(wrong.length === 0 ? [agreement] : []));
  return wrong.length === 0 ? 0 : 1;
}

function decode(): { readonly quick: boolean; readonly json: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
    return { quick: values.quick ?? false, json: values.json ?? false };
  } catch {
    return undefined;
  }
}

const agreement = `Every figure lies within ${mostStandardErrors} standard errors of its exact answer. Median CPU time of the rounds; all measures on.`;

/** No speed is shown of a program whose figures are wrong; this says which. */
function complaints({ name, farthest, referenceFarthest }: Comparison): string[] {
  const sides = [
    { side: 'Saff', far: farthest },
    { side: 'the C program', far: referenceFarthest },
  ];
  return sides.flatMap(({ side, far }) =>
    far === null || isRight(far)
      ? []
      : [
          `${name}: ${side} is wrong: ${far.figure} lies ${far.z.toFixed(1)} standard errors from its exact answer.`,
        ],
  );
}

function rowOf(comparison: Comparison): string {
  const { name, contactsPerRound, rounds, contactsPerCpuSecond, referenceContactsPerCpuSecond, ratio } =
    comparison;
  const deviation = [comparison.farthest, comparison.referenceFarthest].map(
    (far) => far?.z.toFixed(1) ?? '-',
  );
  return row([
    name,
    `${rounds} x ${thousands(contactsPerRound)}`,
    thousands(contactsPerCpuSecond),
    thousands(referenceContactsPerCpuSecond),
    ratio === null ? '-' : ratio.toFixed(2),
    deviation.join(', '),
  ]);
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(15))).join('');

const thousands = (value: number | null): string =>
  value === null ? '-' : Math.round(value).toLocaleString('en-US');

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

process.exitCode = main();
