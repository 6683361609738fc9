// Numbers that screens show beside the measures: they are no results of a run, but of the plan itself or of several measures at
// once. Their names stand in locales under explain.figure.<id>.
import { type MeasureId, measures, type ScopeKind } from './catalogue.ts';

export const planFigures = {
  /** All people, stated or as few as the duty needs. */
  people: ['total', 'tiers', 'teams'],
  /** How many of the promises are kept. */
  promisesKept: ['total'],
  /** 1: the promise is called kept; 0: it is not. */
  promiseVerdict: ['promises'],
  /** Chance that all promises are kept at once, and that one is: with what is not known drawn by lot (core/uncertainty). */
  allKeptChance: ['total'],
  keptChance: ['promises'],
} as const satisfies Readonly<Record<string, readonly ScopeKind[]>>;

export type PlanFigureId = keyof typeof planFigures;
export const planFigureIds = Object.keys(planFigures) as readonly PlanFigureId[];

/** Figures that a study of their own gives. */
export const chanceIds = ['allKeptChance', 'keptChance'] as const satisfies readonly PlanFigureId[];
export type ChanceId = (typeof chanceIds)[number];
export const isChance = (id: ExplainedId): id is ChanceId =>
  (chanceIds as readonly ExplainedId[]).includes(id);

/** The chance that is meant, written in whatever case; undefined: none. */
export const chanceNamed = (written: string): ChanceId | undefined =>
  chanceIds.find((id) => id.toLowerCase() === written.toLowerCase());

/** Whatever can be asked how it came about. */
export type ExplainedId = MeasureId | PlanFigureId;

export const isPlanFigure = (id: ExplainedId): id is PlanFigureId => Object.hasOwn(planFigures, id);

export const scopesOf = (id: ExplainedId): readonly ScopeKind[] =>
  isPlanFigure(id) ? planFigures[id] : measures[id].scopes;
