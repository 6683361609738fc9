// One period held against the plan: simulated with every set of measured factors, and each miss taken apart.
import type { SimulationResult } from '../measures/result.ts';
import type { Attribution, PeriodReview, ReviewFactor } from '../measures/review.ts';
import { amount } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { ReviewPeriod } from '../plan/schema/review.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { attribution, type Parts, type Simulated } from './attribution.ts';
import { exchanged } from './exchanged.ts';
import { measuredBase } from './measuredBase.ts';
import { changedFactors, measuredLevels, type PlannedPeriod } from './measuredLevels.ts';
import { planOfPeriod } from './periodPlan.ts';
import { plannedContacts, plannedHandling, plannedTeams } from './plannedLines.ts';
import { reviewRows } from './reviewRows.ts';
import { setsOf } from './shapley.ts';

/** What one plan gave, replication by replication. */
export interface ReplicatedPlan {
  /** By promise in the order of the plan. */
  readonly promises: readonly (readonly Parts[])[];
  /** Cost of the period over 1; null where the plan does not know it. */
  readonly cost: readonly Parts[] | null;
}

export interface ReviewTools {
  readonly compiled: (plan: Plan) => CompiledModel;
  readonly simulate: (model: CompiledModel) => Promise<SimulationResult>;
  /** The plans with the same customers, in their order. */
  readonly replicate: (models: readonly CompiledModel[]) => Promise<readonly ReplicatedPlan[]>;
}

export async function reviewPeriod(
  plan: Plan,
  period: ReviewPeriod,
  tools: ReviewTools,
): Promise<PeriodReview> {
  const foreseen = planOfPeriod(plan, period);
  const model = tools.compiled(foreseen);
  const planned: PlannedPeriod = {
    contacts: plannedContacts(foreseen, model),
    handling: plannedHandling(foreseen),
    teams: plannedTeams(foreseen),
  };
  const levels = measuredLevels(foreseen, period, planned);
  const factors = changedFactors(levels);
  const result = await tools.simulate(model);
  const isAttributed = period.measured.some(({ figure }) => figure === 'attained' || figure === 'cost');
  const replicated = isAttributed
    ? await tools.replicate(
        setsOf(factors.length).map((set) =>
          set === 0 ? model : tools.compiled(exchanged(foreseen, levels, factorsIn(factors, set))),
        ),
      )
    : [];
  return {
    period: period.id,
    from: period.from,
    to: period.to,
    rows: reviewRows(plan, period, planned, result),
    factors,
    misses: misses(plan, period, planned, factors, replicated),
    unused: levels.unused,
    base: measuredBase(plan, levels),
  };
}

const factorsIn = (factors: readonly ReviewFactor[], set: number): ReadonlySet<ReviewFactor> =>
  new Set(factors.filter((_, place) => (set & (1 << place)) !== 0));

function misses(
  plan: Plan,
  { measured }: ReviewPeriod,
  planned: PlannedPeriod,
  factors: readonly ReviewFactor[],
  replicated: readonly ReplicatedPlan[],
): Attribution[] {
  const found: (Attribution | null)[] = measured.map(({ figure, value: actual, ...about }) => {
    if (figure === 'attained') {
      const place = plan.promises.findIndex(({ id }) => id === about.promise);
      const promise = plan.promises[place];
      if (promise === undefined) return null;
      const simulated: Simulated = replicated.map(({ promises }) => promises[place] ?? []);
      const asked = amount(promise.shareToAttain);
      return attribution({ of: 'promise', id: promise.id, asked, actual, factors, simulated });
    }
    if (figure === 'cost') {
      const costs = replicated.flatMap(({ cost }) => (cost === null ? [] : [cost]));
      if (costs.length < replicated.length) return null;
      return attribution({ of: 'cost', id: '', asked: null, actual, factors, simulated: costs });
    }
    if (figure !== 'contacts' || about.issueType !== undefined || about.channel !== undefined) return null;
    // How many came is no matter of queues: all of it is volume.
    const sum = planned.contacts.reduce((total, contacts) => total + contacts, 0);
    const simulated: Simulated = [[[sum, 1]], [[actual, 1]]];
    return attribution({ of: 'contacts', id: '', asked: null, actual, factors: ['volume'], simulated });
  });
  return found.filter((one) => one !== null);
}
