// Answers of units from before, found again by their content.
import { sameContent } from './sameContent.ts';
import type { UnitContent } from './unitContent.ts';
import type { UnitSums } from './unitSums.ts';
import type { Unit } from './units.ts';

/** Answers kept of one place: a search goes to and fro between a few plans. */
const mostOfPlace = 4;
/** Numbers kept in all: 64 MB. */
const mostNumbers = 8_000_000;

interface Kept {
  readonly content: UnitContent;
  readonly sums: UnitSums;
}

export class KeptUnits {
  private places = new Map<string, Kept[]>();
  private numbers = 0;
  /** How often an answer was found, and how often not. */
  found = 0;
  missed = 0;

  find(place: string, content: UnitContent): UnitSums | null {
    const kept = this.places.get(place) ?? [];
    const at = kept.findIndex((one) => sameContent(one.content, content));
    const one = kept[at];
    if (one === undefined) {
      this.missed += 1;
      return null;
    }
    this.found += 1;
    // The one that was used last is asked first.
    kept.splice(at, 1);
    kept.unshift(one);
    return one.sums;
  }

  keep(place: string, content: UnitContent, sums: UnitSums): void {
    const size = sizeOf(sums);
    if (this.numbers + size > mostNumbers) {
      this.places = new Map();
      this.numbers = 0;
      if (size > mostNumbers) return;
    }
    const kept = this.places.get(place) ?? [];
    kept.unshift({ content, sums });
    this.numbers += size;
    const dropped = kept.length > mostOfPlace ? kept.pop() : undefined;
    if (dropped !== undefined) this.numbers -= sizeOf(dropped.sums);
    this.places.set(place, kept);
  }
}

/** Where a unit stands: answers of the same place are the ones that may come again. */
export const placeOf = (unit: Unit, factor: number): string =>
  `${factor}|${unit.classes.join(' ')}|${unit.stages.join(' ')}`;

function sizeOf(sums: UnitSums): number {
  let size = 0;
  for (const part of Object.values(sums)) if (part instanceof Float64Array) size += part.length;
  for (const series of sums.outgoing.values()) size += series.length;
  // The content is about as large: agents, rates and what came in.
  return 2 * size;
}
