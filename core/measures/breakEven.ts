// Where promises break and an assistant pays, as plain data; and the containment at which a given cost is earned back.

/** What is multiplied until a promise breaks: the number of contacts, or the handling time of each. */
export type BrokenBy = 'volume' | 'handling';

export interface BreakingPoint {
  readonly promise: string;
  readonly by: BrokenBy;
  readonly shareToAttain: number;
  /** By formula, as the plan is written. */
  readonly level: number | null;
  /** `always` and `never`: kept, or missed, at every factor that was looked at. */
  readonly outcome: 'breaks' | 'always' | 'never' | 'noFormula';
  /** The largest factor with which the promise is kept: 1.12 means 12 % more; below 1 where it is missed as planned. */
  readonly factor: number | null;
  readonly simulated: SimulatedBreak | null;
}

/** The simulation at the formula's breaking point, and where it puts that point itself. */
export interface SimulatedBreak {
  readonly level: number;
  readonly halfWidth: number | null;
  readonly factor: number | null;
}

/** What the organisation needs where the assistant solves so much by itself. */
export interface ContainmentPoint {
  /** Share of the channel's contacts that the assistant solves. */
  readonly containment: number;
  /** Hours of planned presence in a week with which all promises are kept; null where no number keeps them. */
  readonly hoursPerWeek: number | null;
  /** What these hours cost in a month; null where the plan does not say what its people cost. */
  readonly costPerMonth: number | null;
}

export interface AssistantPays {
  readonly channel: string;
  /** Whether the plan has the assistant; else it is imagined, with a minute for each contact and the rest handed over. */
  readonly isPlanned: boolean;
  /** As planned; 0 where it is imagined. */
  readonly containment: number;
  readonly contactsPerMonth: number;
  /** From 0 upwards. */
  readonly points: readonly ContainmentPoint[];
}

export interface BreakEvenResult {
  readonly engineVersion: string;
  readonly planId: string;
  readonly planHash: string;
  readonly seed: number;
  /** Of each plan that was simulated; 0: by formula only. */
  readonly replications: number;
  readonly breaking: readonly BreakingPoint[];
  readonly assistants: readonly AssistantPays[];
}

/** What the assistant itself costs. */
export interface AssistantCost {
  readonly perMonth: number;
  /** For each contact that it meets, solved or not. */
  readonly perContact: number;
}

/** Saved at the planned containment, or where it comes to pay; straight lines between the points. */
export interface Earning {
  /** A month, at the containment as planned; null where the costs of people are not known. */
  readonly savedPerMonth: number | null;
  readonly hoursSavedPerWeek: number | null;
  readonly spentPerMonth: number;
  /** The least containment with which it saves what it costs; null where none does, or it is not known. */
  readonly paysFrom: number | null;
}

/**
 * When an assistant earns its cost: what people cost without it less what they cost with it, against its own cost.
 *
 * Example: people cost 10,000 without it and 8,000 at a containment of 0.5; at 1,000 a month it pays from 0.25 on.
 */
export function earningOf(
  { points, containment, contactsPerMonth }: AssistantPays,
  cost: AssistantCost,
): Earning {
  const spentPerMonth = cost.perMonth + cost.perContact * contactsPerMonth;
  const without = points[0];
  const savedAt = (of: (point: ContainmentPoint) => number | null, at: number): number | null => {
    const before = without === undefined ? null : of(without);
    const here = between(points, of, at);
    return before === null || here === null ? null : before - here;
  };
  const money = (point: ContainmentPoint): number | null => point.costPerMonth;
  let paysFrom: number | null = spentPerMonth <= 0 ? 0 : null;
  for (let i = 1; i < points.length && paysFrom === null; i += 1) {
    const [from, to] = [points[i - 1] as ContainmentPoint, points[i] as ContainmentPoint];
    const before = savedAt(money, from.containment);
    const after = savedAt(money, to.containment);
    if (before === null || after === null || after < spentPerMonth) continue;
    const part = after === before ? 0 : (spentPerMonth - before) / (after - before);
    paysFrom = from.containment + Math.max(0, part) * (to.containment - from.containment);
  }
  return {
    savedPerMonth: savedAt(money, containment),
    hoursSavedPerWeek: savedAt((point) => point.hoursPerWeek, containment),
    spentPerMonth,
    paysFrom,
  };
}

function between(
  points: readonly ContainmentPoint[],
  of: (point: ContainmentPoint) => number | null,
  at: number,
): number | null {
  const after = points.findIndex(({ containment }) => containment >= at - 1e-12);
  const to = points[after];
  if (to === undefined) return null;
  const from = points[after - 1];
  if (from === undefined || to.containment === at) return of(to);
  const [low, high] = [of(from), of(to)];
  if (low === null || high === null) return null;
  return low + ((high - low) * (at - from.containment)) / (to.containment - from.containment);
}
