// Experiments on several kinds of contacts and groups of agents who take some of them.
import type { PlanInput } from '../../plan/schema/plan.ts';
import { exactAnswer } from '../exactAnswer.ts';
import { inScope, promiseKept, scaleFor } from '../figures.ts';
import { exponential, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { Experiment } from '../verificationCase.ts';

/** A design; rates per unit, times in units; kinds and groups are counted from 1. */
export interface SkillDesign {
  readonly arrivals: readonly number[];
  readonly patience: readonly number[];
  readonly agents: readonly number[];
  /** Mean handling of each kind by each group; null: cannot. */
  readonly handling: readonly (readonly (number | null)[])[];
  readonly groupsOfKind: readonly (readonly number[])[];
  readonly kindsOfGroup: readonly (readonly number[])[];
  readonly choice: 'byOrder' | 'longestQueue';
}

/** What is known of a design, by kind and by group. */
export interface SkillTruth {
  readonly waits: readonly number[];
  readonly leaves: readonly number[];
  readonly queues: readonly number[];
  readonly occupancy: readonly number[];
}

/** The line of input for the formula `skills`, a unit being a second. */
export const skillGiven = (design: SkillDesign) => ({
  contactsPerHour: design.arrivals.map((rate) => rate * 3600),
  patienceSeconds: design.patience,
  agents: design.agents,
  handlingSeconds: design.handling,
  groupsOfKind: design.groupsOfKind,
  kindsOfGroup: design.kindsOfGroup,
  choice: design.choice,
});

/** What the chain of the formula `skills` knows of a design. */
export function skillTruth(design: SkillDesign): SkillTruth {
  const exact = exactAnswer('skills', skillGiven(design));
  const kinds = design.arrivals.map((_, k) => k);
  return {
    waits: kinds.map((k) => exact.number('pWait', k)),
    leaves: kinds.map((k) => exact.number('pAbandon', k)),
    queues: kinds.map((k) => exact.number('meanQueue', k)),
    occupancy: design.agents.map((_, g) => exact.number('occupancy', g)),
  };
}

export function skillExperiment(design: SkillDesign, truth: SkillTruth, contacts = 4000): Experiment {
  const kinds = design.arrivals.map((_, k) => `kind${k + 1}`);
  const teams = design.agents.map((_, g) => `group${g + 1}`);
  const rate = design.arrivals.reduce((sum, value) => sum + value, 0);
  const { unit, horizon } = scaleFor(rate, contacts);
  const priorities = prioritiesOf(design);
  const plan = planOf({
    horizon,
    channels: kinds.map((kind, k) => ({
      id: kind,
      name: kind,
      kind: 'phone' as const,
      patience: exponential(unit * (design.patience[k] as number)),
    })),
    issueTypes: kinds.map((kind, k) => ({ id: kind, name: kind, priority: priorities?.[k] ?? 5 })),
    demand: kinds.map((kind, k) =>
      steadyDemand(kind, (design.arrivals[k] as number) / unit, { issueType: kind, channel: kind }),
    ),
    teams: teams.map((team, g) =>
      teamOf(team, design.agents[g] as number, {}, priorities === undefined ? orderOf(design, g) : {}),
    ),
    routing: kinds.map((kind, k) => ({
      when: { issueTypes: [kind] },
      entries: (design.groupsOfKind[k] ?? []).map((group) => ({ teams: [`group${group}`] })),
    })),
    handling: design.handling.flatMap((row, k) =>
      row.flatMap((mean, g) =>
        mean === null
          ? []
          : [
              {
                when: { issueTypes: [kinds[k] as string], teams: [teams[g] as string] },
                time: exponential(unit * mean),
              },
            ],
      ),
    ),
    promises: kinds.map((kind) => ({
      id: kind,
      name: kind,
      applies: { channels: [kind] },
      clock: 'firstResponse' as const,
      targetSeconds: 0,
      shareToAttain: 0.8,
    })),
  });
  return {
    plan,
    replications: 20,
    figures: [
      ...kinds.flatMap((kind, k) => {
        const queue = truth.queues[k] as number;
        return [
          promiseKept(kind, 1 - (truth.waits[k] as number), 0.04),
          inScope('channels', kind, 'abandonedFraction', truth.leaves[k] as number, 0.02),
          inScope('channels', kind, 'queueLengthMeanContacts', queue, 0.15 * queue),
        ];
      }),
      ...teams.map((team, g) =>
        inScope('teams', team, 'occupancyFraction', truth.occupancy[g] as number, 0.02),
      ),
    ],
  };
}

type Group = PlanInput['teams'][number]['groups'][number];

/** The order of a group as the plan says it. */
function orderOf({ kindsOfGroup, choice }: SkillDesign, group: number): Partial<Group> {
  const queueList = (kindsOfGroup[group] ?? []).map((kind) => ({ issueTypes: [`kind${kind}`] }));
  return { order: choice === 'longestQueue' ? 'longestQueue' : 'fixedList', queueList };
}

/** Priorities under which every group keeps to its own order; undefined where each group needs a list of its own. */
export function prioritiesOf(design: SkillDesign): readonly number[] | undefined {
  if (design.choice === 'longestQueue') return undefined;
  const kinds = design.arrivals.map((_, k) => k + 1);
  const fits = permutations(kinds).find((order) =>
    design.kindsOfGroup.every((preference) =>
      preference.every(
        (kind, i) => i === 0 || order.indexOf(preference[i - 1] as number) < order.indexOf(kind),
      ),
    ),
  );
  return fits === undefined ? undefined : kinds.map((kind) => fits.indexOf(kind) + 1);
}

const permutations = (values: readonly number[]): number[][] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value) =>
        permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
      );
