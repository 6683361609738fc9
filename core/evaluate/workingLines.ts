// The lines of a unit to which anything can come, and those of them that work through what waits, highest rank first.
import type { Ground } from './ground.ts';
import type { Line } from './network.ts';
import type { Unit } from './units.ts';

export interface WorkingLines {
  readonly lines: readonly number[];
  readonly byRank: readonly number[];
}

export function workingLines({ units, lanes, ways, working }: Ground, unit: Unit): WorkingLines {
  return working.at(units.indexOf(unit), [units, lanes, ways], () => {
    const lineOf = (l: number): Line => lanes.lines[l] as Line;
    const rank = (l: number): number => (lineOf(l).live ? 0 : 100) + lineOf(l).priority;
    const lines = unit.lines.filter((l) => ways.isDead[l] === 0);
    return {
      lines,
      // Live work whose patience ends never waits for what is left of a step.
      byRank: lines
        .filter((l) => !(lineOf(l).live && lineOf(l).patience !== Number.POSITIVE_INFINITY))
        .sort((a, b) => rank(a) - rank(b)),
    };
  });
}
