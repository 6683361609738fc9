// Tables of a lean model as places in the arena, where the loop reads them: laws, routes, outcomes.
import { type ArenaPieces, placeOf } from './arena.ts';
import type { LeanModel } from './leanModel.ts';

const wholeTables = [
  'firstStage',
  'teamOfStage',
  'lineOfStage',
  'patienceLaw',
  'outcomeLaw',
  'outcomeStage',
  'outcomeToLead',
  'routeAt',
  'routeGroup',
  'servesAt',
  'servesLine',
  'servesBucket',
  'teamOfGroup',
  'waitPromiseAt',
  'resolutionPromiseAt',
] as const;
const floatTables = ['balkingShare', 'outcomeBelow', 'slowness', 'waitTarget', 'lawMean'] as const;

/** Where each table begins, in its own kind of number. */
export type LeanTables = {
  readonly [T in (typeof wholeTables)[number] | (typeof floatTables)[number]]: number;
} & {
  /** Of the laws: place of the coefficients by law (whole numbers, -1: none), and scale by law. */
  readonly lawTable: number;
  readonly lawScale: number;
};

export function leanTables(pieces: ArenaPieces, lean: LeanModel): LeanTables {
  const places: { [name: string]: number } = {};
  for (const name of wholeTables) {
    const piece = pieces.ints(lean[name].length);
    piece.set(lean[name]);
    places[name] = placeOf(piece);
  }
  for (const name of floatTables) {
    const piece = pieces.floats(lean[name].length);
    piece.set(lean[name]);
    places[name] = placeOf(piece);
  }
  const { sampler, laws } = lean;
  const lawTable = pieces.ints(laws);
  const lawScale = pieces.floats(laws);
  const copied = new Map<Float64Array, number>();
  for (let law = 0; law < laws; law += 1) {
    const table = sampler.tableOf(law);
    let place = table === null ? -1 : copied.get(table);
    if (table !== null && place === undefined) {
      const piece = pieces.floats(table.length);
      piece.set(table);
      place = placeOf(piece);
      copied.set(table, place);
    }
    lawTable[law] = place ?? -1;
    lawScale[law] = sampler.scaleOf(law);
  }
  return { ...places, lawTable: placeOf(lawTable), lawScale: placeOf(lawScale) } as LeanTables;
}
