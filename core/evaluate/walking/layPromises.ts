// What the promises ask of lines and classes, laid down for the kernel behind the rows of a unit.
import type { CompiledModel } from '../../simulation/index.ts';
import type { Laying } from '../../simulation/whole/laying.ts';
import type { Line } from '../network.ts';
import type { LinePromise } from '../promiseClock.ts';
import { ageBins } from '../unitSums.ts';
import type { Unit } from '../units.ts';
import type { Walk } from '../walk.ts';
import type { LaidUnit } from './laidUnit.ts';
import { classRow, linePromiseRow, lineRow, resolutionRow } from './rowPlaces.ts';

type Rule = CompiledModel['promises'][number];

export function layPromises(lay: Laying, walk: Walk, unit: Unit, { lineAt, classAt }: LaidUnit): void {
  const { network, model } = walk.ground;
  const isTold = model.promises.map(({ turnedAwayMissed, clock }) => turnedAwayMissed && clock !== 'wait');
  unit.lines.forEach((l, place) => {
    const line = network.lines[l] as Line;
    const at = lineAt[l] as number;
    layOfLine(lay, walk, line, l, at);
    layResolutions(lay, walk, unit, line, place, at);
  });
  unit.classes.forEach((c, place) => {
    const at = classAt[c] as number;
    if (at === 0) return;
    const turned: number[] = [];
    unit.promises.forEach((p, i) => {
      if (isTold[p] === true && model.promises[p]?.ofClass[c] === 1)
        turned.push(place * unit.promises.length + i, i);
    });
    lay.list(turned, at + classRow.turned, at + classRow.turnedEnd);
  });
}

function layOfLine(lay: Laying, walk: Walk, line: Line, l: number, at: number): void {
  const { promisesOf, clock, model } = walk.ground;
  const promises = promisesOf[l] as readonly LinePromise[];
  const targets = walk.sets.questions.targetsOf[line.set] as readonly number[];
  const first = lay.rows(linePromiseRow, promises.length);
  for (let i = 0; i < promises.length; i += 1) {
    const { promise, place, targetSeconds, weight, calendar, withHandling } = promises[i] as LinePromise;
    const row = first + i * linePromiseRow.bytes;
    const { abandoned, blockedMissed } = model.promises[promise] as Rule;
    lay.float(row + linePromiseRow.targetSeconds, targetSeconds);
    lay.int(row + linePromiseRow.place, place);
    lay.int(
      row + linePromiseRow.target,
      targetSeconds < 0 ? -1 : Math.max(0, targets.indexOf(targetSeconds)),
    );
    lay.float(row + linePromiseRow.weight, weight);
    lay.flag(row + linePromiseRow.withHandling, withHandling);
    lay.flag(row + linePromiseRow.leftOut, abandoned === 'leftOut');
    lay.flag(row + linePromiseRow.metWithinTarget, abandoned === 'metWithinTarget');
    lay.flag(row + linePromiseRow.blockedMissed, blockedMissed);
    lay.int(row + linePromiseRow.open, calendar === -1 ? 0 : lay.array(clock.openUpTo(calendar)));
    if (!withHandling) continue;
    const atoms = clock.atomsOf(line);
    const from = lay.array(atoms);
    lay.int(row + linePromiseRow.atoms, from);
    lay.int(row + linePromiseRow.atomsEnd, from + 8 * atoms.length);
  }
  lay.int(at + lineRow.promises, first);
  lay.int(at + lineRow.promisesEnd, first + promises.length * linePromiseRow.bytes);
}

function layResolutions(lay: Laying, walk: Walk, unit: Unit, line: Line, place: number, at: number): void {
  const { resolutionPromises, clock } = walk.ground;
  let count = 0;
  for (let i = 0; i < resolutionPromises.length; i += 1)
    if (ruleOf(walk, i).ofClass[line.classIndex] === 1) count += 1;
  const first = lay.rows(resolutionRow, count);
  let row = first;
  for (let i = 0; i < resolutionPromises.length; i += 1) {
    const { ofClass, calendarOfClass, targetSeconds } = ruleOf(walk, i);
    if (ofClass[line.classIndex] !== 1) continue;
    const calendar = calendarOfClass[line.classIndex] as number;
    lay.float(row + resolutionRow.targetSeconds, Math.max(1e-9, targetSeconds));
    lay.int(row + resolutionRow.open, calendar === -1 ? 0 : lay.array(clock.openUpTo(calendar)));
    lay.int(row + resolutionRow.at, (i * unit.lines.length + place) * (ageBins + 1));
    row += resolutionRow.bytes;
  }
  lay.int(at + lineRow.resolutions, first);
  lay.int(at + lineRow.resolutionsEnd, row);
}

/** A promise on the resolution, by its place among these. */
const ruleOf = ({ ground }: Walk, i: number): Rule =>
  ground.model.promises[ground.resolutionPromises[i] as number] as Rule;
