// What the benchmark prints: a table for people, or the same as JSON.
import type { Comparison } from './compareSpeed.ts';
import type { yearOverReference } from './compareYear.ts';
import { type Distance, mostStandardErrors } from './figures.ts';
import type { OwnReference } from './ownReference.ts';
import type { ScaleFigure } from './scale.ts';

export const speedTable = (rows: readonly Comparison[]): string[] => [
  line(['workload', 'contacts', 'Saff /CPU-s', 'C gen /CPU-s', 'CPU time', 'over', 'at most', '']),
  ...rows.map((row) =>
    line([
      row.name,
      `${row.rounds} x ${thousands(row.contacts)}`,
      thousands(row.contactsPerCpuSecond),
      thousands(row.referenceContactsPerCpuSecond),
      row.ratio === null ? '-' : row.ratio.toFixed(2),
      row.against,
      row.target.toFixed(1),
      verdict(row.ratio, row.target),
    ]),
  ),
];

export const yearLine = (over: ReturnType<typeof yearOverReference>): readonly string[] =>
  over === null
    ? []
    : [
        `A contact of W5 costs ${over.ratio.toFixed(2)} times one of W3 in the C program; where both targets are just kept: ${over.target.toFixed(1)}.`,
      ];

export const figureLine = (name: string, far: Distance | null): string =>
  far === null
    ? `${name}: nothing to hold its figures against.`
    : `${name}: the figure farthest off is ${far.figure} (${far.side}): ${far.z.toFixed(1)} standard errors of at most ${mostStandardErrors}.`;

export const scaleTable = (figures: readonly ScaleFigure[]): string[] =>
  figures.map(({ name, value, unit, target, isAtLeast }) => {
    const shown = value === null ? '-' : unit === 'ratio' ? value.toFixed(2) : `${value.toFixed(0)} MB`;
    const isMissed = value !== null && (isAtLeast ? value < target : value > target);
    const bound = `${isAtLeast ? 'at least' : 'at most'} ${target}`;
    return `${name.padEnd(60)}${shown.padStart(10)}${bound.padStart(16)}${isMissed ? '  missed' : ''}`;
  });

export const ownReferenceLine = (own: readonly OwnReference[]): string =>
  `reference.c has of the speed of limit.c gen: ${own
    .map(({ name, speedOfYardstick }) => `${name} ${speedOfYardstick.toFixed(2)}`)
    .join(', ')} (at least 0.9).`;

const verdict = (ratio: number | null, target: number): string =>
  ratio === null || ratio <= target ? '' : 'missed';

const widths = [-10, 18, 14, 14, 10, 13, 9, 8];
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => {
      const width = widths[i] ?? 12;
      return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
    })
    .join('')
    .trimEnd();

export const thousands = (value: number | null): string =>
  value === null ? '-' : Math.round(value).toLocaleString('en-US');
