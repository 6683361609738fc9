// Experiments on work that is interrupted: ranks that preempt, deferred work that yields to live work. Rates are per unit.
import type { PlanInput } from '../../plan/schema/plan.ts';
import { inScope, type Scale, scaleFor } from '../figures.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { Experiment, SimulationFigure } from '../verificationCase.ts';

/** A class and the mean time that its contacts are present, in units. */
export interface Rank {
  readonly arrivals: number;
  readonly handling: (unit: number) => LawInput;
  readonly meanHandling: number;
  readonly meanPresent: number;
}

/** Wait and queue of each class: what is present less what is in service. */
function figuresOf(
  ids: readonly string[],
  ranks: readonly Rank[],
  unit: number,
): readonly SimulationFigure[] {
  return ranks.flatMap(({ arrivals, meanHandling, meanPresent }, k) => {
    const queue = meanPresent - arrivals * meanHandling;
    const wait = (queue / arrivals) * unit;
    const id = ids[k] as string;
    return [
      inScope('channels', id, 'waitMeanSeconds', wait, 0.25 * wait),
      inScope('channels', id, 'queueLengthMeanContacts', queue, 0.25 * queue),
    ];
  });
}

const ratesOf = (ranks: readonly Rank[]): number => ranks.reduce((sum, { arrivals }) => sum + arrivals, 0);

/** Classes of one rank each, the most urgent first; all but the first yield. */
export function preemptionExperiment(agents: number, ranks: readonly Rank[]): Experiment {
  const scale = scaleFor(ratesOf(ranks), 6000, 200);
  const ids = ranks.map((_, k) => `rank${k + 1}`);
  return {
    plan: rankedPlan(agents, ids, ranks, scale),
    replications: 20,
    figures: figuresOf(ids, ranks, scale.unit),
  };
}

const rankedPlan = (
  agents: number,
  ids: readonly string[],
  ranks: readonly Rank[],
  { unit, horizon }: Scale,
): PlanInput =>
  planOf({
    horizon,
    issueTypes: ids.map((id, k) => ({ id, name: 'Rank', priority: k + 1, preemptible: k > 0 })),
    channels: ids.map((id) => ({ id, name: 'Rank', kind: 'phone' as const })),
    demand: ranks.map(({ arrivals }, k) => {
      const id = ids[k] as string;
      return steadyDemand(id, arrivals / unit, { issueType: id, channel: id });
    }),
    teams: [teamOf('team', agents)],
    handling: ranks.map(({ handling }, k) => ({
      when: { issueTypes: [ids[k] as string] },
      time: handling(unit),
    })),
  });

/** Calls, and e-mails that yield to them, of one exponential law. */
export function yieldingExperiment(agents: number, ranks: readonly [calls: Rank, mails: Rank]): Experiment {
  const { unit, horizon } = scaleFor(ratesOf(ranks), 6000, 100);
  const [calls, mails] = ranks;
  return {
    plan: planOf({
      horizon,
      channels: [
        { id: 'phone', name: 'Phone', kind: 'phone' },
        { id: 'email', name: 'E-mail', kind: 'email' },
      ],
      demand: [
        steadyDemand('calls', calls.arrivals / unit),
        steadyDemand('mails', mails.arrivals / unit, { channel: 'email' }),
      ],
      teams: [teamOf('team', agents, {}, { deferredInterruptible: true })],
      handling: [{ time: exponential(unit) }],
    }),
    replications: 20,
    figures: figuresOf(['phone', 'email'], ranks, unit),
  };
}
