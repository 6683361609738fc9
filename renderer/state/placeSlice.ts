// Which screen of the plan is shown, and the place in it that the keyboard is to go to.
import type { Path } from '../../core/plan/planFault.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { SliceParts } from './session.ts';

export interface PlaceSlice {
  /** Id of the shown screen of a plan. */
  readonly screen: string;
  /** A place of the document whose field is to be shown; null once it was. */
  readonly wantedPlace: Path | null;
  readonly goTo: (screen: string, place?: Path) => void;
  readonly notePlaceShown: () => void;
}

/** Figures first: what is opened was usually made before. */
export const firstScreen = 'results';

/** A plan without content begins with what the company is, or with the needs that an organisation is to be found for. */
export const firstScreenOf = ({ teams, needs }: Pick<Plan, 'teams' | 'needs'>): string =>
  teams.length > 0 ? firstScreen : needs === undefined ? 'basics' : 'needs';

export const firstPlace = { screen: firstScreen, wantedPlace: null } as const;

export const createPlaces = ({ set }: SliceParts): PlaceSlice => ({
  ...firstPlace,
  goTo: (screen, place) => set({ screen, wantedPlace: place ?? null }),
  notePlaceShown: () => set({ wantedPlace: null }),
});
