// Experiments on one queue before one team: the plan of a queue whose rates are per unit, and what must come out of it.
import type { PlanInput } from '../../plan/schema/plan.ts';
import { exactAnswer, type Given } from '../exactAnswer.ts';
import { inTotal, promiseKept, type Scale, scaleFor } from '../figures.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { Experiment, SimulationFigure } from '../verificationCase.ts';

/** A queue whose rates and laws are per unit; the mean handling is one unit unless a law is given. */
export interface Queue {
  readonly agents: number;
  readonly arrivals: number;
  readonly handling?: (unit: number) => LawInput;
  readonly patience?: (unit: number) => LawInput;
  readonly channel?: (unit: number) => Partial<PlanInput['channels'][number]>;
  readonly contacts?: number;
  readonly warmUpUnits?: number;
  /** Targets of first response in units, each a promise `within<target>`. */
  readonly targets: readonly number[];
}

const planFor = (queue: Queue, { unit, horizon }: Scale): PlanInput =>
  planOf({
    horizon,
    channels: [
      {
        id: 'phone',
        name: 'Phone',
        kind: 'phone',
        ...(queue.patience === undefined ? {} : { patience: queue.patience(unit) }),
        ...queue.channel?.(unit),
      },
    ],
    demand: [steadyDemand('calls', queue.arrivals / unit)],
    teams: [teamOf('team', queue.agents)],
    handling: [{ time: queue.handling?.(unit) ?? exponential(unit) }],
    promises: queue.targets.map((target) => ({
      id: `within${target}`,
      name: 'Within',
      clock: 'firstResponse' as const,
      targetSeconds: target * unit,
      shareToAttain: 0.8,
    })),
  });

/** The experiment of a queue and its figures, which may need the scale; null figures are left out. */
export function queueExperiment(
  queue: Queue,
  figures: (scale: Scale) => readonly (SimulationFigure | null)[],
  replications = 20,
): Experiment {
  const scale = scaleFor(queue.arrivals, queue.contacts, queue.warmUpUnits);
  return {
    plan: planFor(queue, scale),
    replications,
    figures: figures(scale).filter((figure) => figure !== null),
  };
}

/** A line of input for a formula whose unit is a second. */
const perUnit = (arrivals: number): number => arrivals * 3600;

export interface ErlangQueue {
  readonly agents: number;
  readonly load: number;
  /** In handling times; absent: nobody leaves. */
  readonly patience?: number;
  readonly target: number;
  readonly contacts?: number;
  readonly warmUpUnits?: number;
}

export const erlangGiven = ({ agents, load, patience, target }: ErlangQueue): Given => ({
  agents,
  contactsPerHour: perUnit(load),
  handlingSeconds: 1,
  ...(patience === undefined ? {} : { patienceSeconds: patience }),
  targetSeconds: target,
});

/** M/M/n, by Erlang C. */
export function erlangCExperiment(queue: ErlangQueue): Experiment {
  const exact = exactAnswer('erlang-c', erlangGiven(queue));
  const { agents, load, target, contacts = 5000, warmUpUnits = 100 } = queue;
  const wait = exact.number('meanWaitSeconds');
  return queueExperiment(
    { agents, arrivals: load, contacts, warmUpUnits, targets: [0, target] },
    ({ unit }) => [
      inTotal('waitMeanSeconds', wait * unit, 0.2 * wait * unit),
      inTotal('queueLengthMeanContacts', exact.number('meanQueue'), 0.2 * exact.number('meanQueue')),
      inTotal('occupancyFraction', exact.number('occupancy'), 0.015),
      promiseKept('within0', 1 - exact.number('pWait'), 0.03),
      promiseKept(`within${target}`, exact.number('serviceLevel'), 0.03),
    ],
  );
}

/** M/M/n+M, by Erlang A. */
export function erlangAExperiment(queue: ErlangQueue & { readonly patience: number }): Experiment {
  const exact = exactAnswer('erlang-a', erlangGiven(queue));
  const { agents, load, patience, target, contacts = 3000, warmUpUnits = 20 } = queue;
  const wait = exact.number('meanWaitSeconds');
  const served = exact.number('meanWaitServedSeconds');
  return queueExperiment(
    {
      agents,
      arrivals: load,
      contacts,
      warmUpUnits,
      targets: [0, target],
      patience: (unit) => exponential(patience * unit),
    },
    ({ unit }) => [
      inTotal('abandonedFraction', exact.number('pAbandon'), 0.012),
      inTotal('waitMeanSeconds', wait * unit, 0.12 * wait * unit),
      inTotal('answerWaitMeanSeconds', served * unit, 0.12 * served * unit),
      inTotal('queueLengthMeanContacts', exact.number('meanQueue'), 0.12 * exact.number('meanQueue')),
      inTotal('occupancyFraction', exact.number('occupancy'), 0.015),
      promiseKept('within0', 1 - exact.number('pWait'), 0.025),
      promiseKept(`within${target}`, exact.number('serviceLevel'), 0.025),
    ],
  );
}

/** M/G/1, by Pollaczek and Khinchine. */
export function singleAgentExperiment(
  load: number,
  cv: number,
  handling: (unit: number) => LawInput,
): Experiment {
  const exact = exactAnswer('single-agent', singleAgentGiven(load, cv));
  const wait = exact.number('meanWaitSeconds');
  return queueExperiment(
    { agents: 1, arrivals: load, handling, targets: [0], contacts: 2500 },
    ({ unit }) => [
      inTotal('waitMeanSeconds', wait * unit, 0.25 * wait * unit),
      inTotal('queueLengthMeanContacts', exact.number('meanQueue'), 0.25 * exact.number('meanQueue')),
      inTotal('occupancyFraction', load, 0.02),
      promiseKept('within0', 1 - load, 0.025),
    ],
  );
}

export const singleAgentGiven = (load: number, cv: number): Given => ({
  contactsPerHour: [perUnit(load)],
  handlingSeconds: [1],
  handlingVariation: [cv],
});
