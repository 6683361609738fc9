// How what happens to a contact is assumed to move what its customer feels: response curves with their defaults. What
// follows from them is a model's statement, never a measurement; a plan may state coefficients of its own.
import type { Plan } from '../plan/schema/plan.ts';

/** Change of a score by a duration: linear between the points, level before the first and after the last. */
export type ResponseCurve = readonly { readonly seconds: number; readonly change: number }[];

export interface ScoreModel {
  /** Score of a contact that is answered and resolved at once, for good, by whoever took it first. */
  readonly start: number;
  readonly lowest: number;
  readonly highest: number;
  readonly firstResponseLive: ResponseCurve;
  readonly firstResponseDeferred: ResponseCurve;
  readonly resolutionLive: ResponseCurve;
  readonly resolutionDeferred: ResponseCurve;
  /** Change by each hand-over, by a return, and by a contact that is lost without an answer. */
  readonly perTransfer: number;
  readonly perReturn: number;
  readonly perLost: number;
}

export const scoreNames = ['satisfaction', 'effort', 'recommendation', 'staying'] as const;
export type ScoreName = (typeof scoreNames)[number];
export type ScoreModels = Readonly<Record<ScoreName, ScoreModel>>;

const minute = 60;
const hour = 3600;
const day = 24 * hour;
const curve = (...points: readonly (readonly [number, number])[]): ResponseCurve =>
  points.map(([seconds, change]) => ({ seconds, change }));

/**
 * The defaults. All numbers are assumed unless a source follows; the sources say which way things work.
 * - Satisfaction (1-5): each further call takes about 15 % of it (SQM Group, First Call Resolution research); here 0.6.
 * - Effort (1-7, 7: easy): repeated contacts and hand-overs weigh most (Dixon, Freeman, Toman, "Stop Trying to Delight
 *   Your Customers", Harvard Business Review, July 2010); 7 as in CES 2.0 (CEB, 2013).
 * - Recommendation (0-10): as article 000 asks it; standard scale of Reichheld, "The One Number You Need to Grow",
 *   Harvard Business Review, December 2003.
 * - Staying: 39 % avoid a business for two years after one bad support experience (article 000, fact E9); a contact that
 *   is lost, or a wait that nobody bears, is taken for such an experience.
 */
export const defaultScoreModels: ScoreModels = {
  satisfaction: {
    start: 4.6,
    lowest: 1,
    highest: 5,
    firstResponseLive: curve([minute, 0], [3 * minute, -0.3], [10 * minute, -1], [30 * minute, -2]),
    firstResponseDeferred: curve([hour, 0], [4 * hour, -0.2], [day, -0.8], [3 * day, -1.6]),
    resolutionLive: curve([hour, 0], [day, -0.3], [3 * day, -0.8]),
    resolutionDeferred: curve([4 * hour, 0], [day, -0.2], [3 * day, -0.6], [7 * day, -1.2]),
    perTransfer: -0.25,
    perReturn: -0.6,
    perLost: 0,
  },
  effort: {
    start: 6.2,
    lowest: 1,
    highest: 7,
    firstResponseLive: curve([minute, 0], [5 * minute, -0.4], [30 * minute, -1.6]),
    firstResponseDeferred: curve([4 * hour, 0], [day, -0.4], [3 * day, -1.2]),
    resolutionLive: curve([hour, 0], [day, -0.3], [7 * day, -1]),
    resolutionDeferred: curve([day, 0], [7 * day, -0.8]),
    perTransfer: -0.6,
    perReturn: -1.2,
    perLost: 0,
  },
  recommendation: {
    start: 8.8,
    lowest: 0,
    highest: 10,
    firstResponseLive: curve([minute, 0], [3 * minute, -0.4], [10 * minute, -1.4], [30 * minute, -3]),
    firstResponseDeferred: curve([hour, 0], [day, -1], [3 * day, -2.4]),
    resolutionLive: curve([hour, 0], [day, -0.5], [3 * day, -1.4]),
    resolutionDeferred: curve([4 * hour, 0], [day, -0.3], [7 * day, -2]),
    perTransfer: -0.4,
    perReturn: -1.2,
    perLost: 0,
  },
  staying: {
    start: 1,
    lowest: 0,
    highest: 1,
    firstResponseLive: curve([5 * minute, 0], [30 * minute, -0.39]),
    firstResponseDeferred: curve([day, 0], [7 * day, -0.39]),
    resolutionLive: curve([0, 0]),
    resolutionDeferred: curve([0, 0]),
    perTransfer: -0.02,
    perReturn: -0.1,
    perLost: -0.39,
  },
};

/** Standard deviation of single recommendations around their mean; assumed. */
export const defaultRecommendationSpread = 2.2;

/** The curves of a plan: its own where it states them, else the defaults. */
export function scoreModelsOf(plan: Plan): ScoreModels {
  const stated = plan.company.responseCurves;
  const merged = (name: ScoreName): ScoreModel => {
    const { source: _, assumed: __, ...own } = stated?.[name] ?? {};
    const present = Object.entries(own).filter(([, value]) => value !== undefined);
    return { ...defaultScoreModels[name], ...(Object.fromEntries(present) as Partial<ScoreModel>) };
  };
  return {
    satisfaction: merged('satisfaction'),
    effort: merged('effort'),
    recommendation: merged('recommendation'),
    staying: merged('staying'),
  };
}

export const recommendationSpreadOf = (plan: Plan): number =>
  plan.company.responseCurves?.recommendationSpread ?? defaultRecommendationSpread;

/** The change by a curve. Example: (60 s, 0), (180 s, -0.3) gives 0 at 30 s, -0.15 at 120 s and -0.3 at 200 s. */
export function changeAt(points: ResponseCurve, seconds: number): number {
  let before = points[0];
  if (before === undefined) return 0;
  for (const point of points) {
    if (seconds <= point.seconds) {
      const width = point.seconds - before.seconds;
      const part = width > 0 ? Math.max(0, seconds - before.seconds) / width : 1;
      return seconds <= before.seconds
        ? before.change
        : before.change + part * (point.change - before.change);
    }
    before = point;
  }
  return before.change;
}
