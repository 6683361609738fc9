// Experiments on one team and several classes, in the order of their priority.
import { inScope, promiseKept, scaleFor } from '../figures.ts';
import { exponential, type LawInput, planOf, steadyDemand, teamOf } from '../planParts.ts';
import type { Experiment } from '../verificationCase.ts';

export interface PriorityClass {
  readonly arrivals: number;
  readonly handling: (unit: number) => LawInput;
  readonly patience?: number;
  /** Deferred work, worked under the team's reserve. */
  readonly deferred?: boolean;
  readonly meanQueue: number;
  readonly abandons?: number;
  /** Share that waits, where that is known. */
  readonly waits?: number;
}

/** One team, classes in the order of their priority. */
export function priorityExperiment(
  agents: number,
  classes: readonly PriorityClass[],
  { reserved = 0, contacts = 5000, warmUpUnits = 120 } = {},
): Experiment {
  const ids = classes.map((_, i) => `class${i + 1}`);
  const rate = classes.reduce((sum, { arrivals }) => sum + arrivals, 0);
  const { unit, horizon } = scaleFor(rate, contacts, warmUpUnits);
  const plan = planOf({
    horizon,
    channels: classes.map(({ patience, deferred }, i) => ({
      id: ids[i] as string,
      name: 'Channel',
      kind: deferred === true ? ('email' as const) : ('phone' as const),
      ...(patience === undefined ? {} : { patience: exponential(patience * unit) }),
    })),
    demand: classes.map(({ arrivals }, i) =>
      steadyDemand(ids[i] as string, arrivals / unit, { channel: ids[i] as string, priority: i + 1 }),
    ),
    teams: [teamOf('team', agents, {}, { reservedForLive: reserved })],
    handling: classes.map(({ handling }, i) => ({
      when: { channels: [ids[i] as string] },
      time: handling(unit),
    })),
    promises: ids.map((id) => ({
      id,
      name: id,
      applies: { channels: [id] },
      clock: 'firstResponse' as const,
      firstResponseAt: 'begin' as const,
      targetSeconds: 0,
      shareToAttain: 0.8,
    })),
  });
  return {
    plan,
    replications: 20,
    figures: classes.flatMap(({ arrivals, meanQueue, abandons, waits }, i) => {
      const id = ids[i] as string;
      const meanWait = (meanQueue / arrivals) * unit;
      return [
        inScope('channels', id, 'queueLengthMeanContacts', meanQueue, 0.25 * meanQueue),
        inScope('channels', id, 'waitMeanSeconds', meanWait, 0.25 * meanWait),
        ...(abandons === undefined ? [] : [inScope('channels', id, 'abandonedFraction', abandons, 0.02)]),
        ...(waits === undefined ? [] : [promiseKept(id, 1 - waits, 0.04)]),
      ];
    }),
  };
}
