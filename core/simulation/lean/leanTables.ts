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
const floatTables = ['balkingShare', 'outcomeBelow', 'proficiency', 'waitTarget'] as const;

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
  const { sampler } = lean;
  const coefficients = pieces.floats(sampler.coefficients.length);
  coefficients.set(sampler.coefficients);
  const first = placeOf(coefficients);
  const lawTable = pieces.ints(sampler.tableAt.length);
  lawTable.set(sampler.tableAt.map((at) => (at < 0 ? -1 : first + at)));
  const lawScale = pieces.floats(sampler.scale.length);
  lawScale.set(sampler.scale);
  return { ...places, lawTable: placeOf(lawTable), lawScale: placeOf(lawScale) } as LeanTables;
}
