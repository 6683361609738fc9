// What the plan says beside the journeys of contacts: costs, how customers are assumed to respond, goals. No event of a
// replication asks for it; the collector turns counts into measures with it.

/** Money in the plan's currency by second of planned presence, and by second of the horizon for those employed. */
export interface GroupCost {
  readonly perPresentSecond: number;
  readonly perSecond: number;
}

export interface CostModel {
  /** By group; null where the plan does not say what it costs. */
  readonly groups: readonly (GroupCost | null)[];
  /** By channel, for each contact that reaches it; null where the plan does not say. */
  readonly channels: readonly (number | null)[];
}

/** Change of a score by a duration: linear between points. */
export type CurvePoints = readonly { readonly seconds: number; readonly change: number }[];

export interface ScoreCurves {
  readonly start: number;
  readonly lowest: number;
  readonly highest: number;
  readonly firstResponseLive: CurvePoints;
  readonly firstResponseDeferred: CurvePoints;
  readonly resolutionLive: CurvePoints;
  readonly resolutionDeferred: CurvePoints;
  readonly perTransfer: number;
  readonly perReturn: number;
  readonly perLost: number;
}

export interface OpinionModel {
  readonly scores: {
    readonly satisfaction: ScoreCurves;
    readonly effort: ScoreCurves;
    readonly recommendation: ScoreCurves;
    readonly staying: ScoreCurves;
  };
  readonly recommendationSpread: number;
  /** Share of customers kept, from the figures that the plan states; null where it states none. */
  readonly retentionRate: number | null;
}

/** A goal, in words that the measures of the result understand. */
export interface GoalModel {
  readonly id: string;
  readonly measure: string;
  readonly side: 'atLeast' | 'atMost';
  readonly threshold: number | null;
  readonly teams: readonly string[] | null;
}
