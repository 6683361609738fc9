// What a plan brings and how many are there over its horizon: the figures that a plan without change over time keeps.
import type { CompiledModel } from '../../simulation/index.ts';

/** Expected contacts of each class over the horizon, warm-up included; rows of demand come first, in their order. */
export function classContacts(model: CompiledModel): number[] {
  return model.classes.map(({ segments, arrivalsSeconds }) => {
    if (arrivalsSeconds !== null) return arrivalsSeconds.length;
    let contacts = 0;
    for (let i = 0; segments !== null && i < segments.ratePerSecond.length; i += 1) {
      const seconds = (segments.startsSeconds[i + 1] as number) - (segments.startsSeconds[i] as number);
      contacts += (segments.ratePerSecond[i] as number) * seconds;
    }
    return contacts;
  });
}

export interface GroupPresence {
  readonly agentSeconds: number;
  /** Time with anybody planned to be there. */
  readonly staffedSeconds: number;
}

/** Planned presence of each group over the horizon, before shrinkage and absence. */
export function groupPresence(model: CompiledModel): GroupPresence[] {
  const end = horizonSeconds(model);
  return model.groups.map(({ presence: { timesSeconds, agents } }) => {
    let agentSeconds = 0;
    let staffedSeconds = 0;
    for (let i = 0; i < agents.length; i += 1) {
      const here = agents[i] as number;
      const until = Math.min(end, timesSeconds[i + 1] ?? end);
      const seconds = Math.max(0, until - (timesSeconds[i] as number));
      agentSeconds += here * seconds;
      if (here > 0) staffedSeconds += seconds;
    }
    return { agentSeconds, staffedSeconds };
  });
}

/** The time that the model's rates and staff are given for. */
export const horizonSeconds = ({ horizonSeconds: whole, axis }: CompiledModel): number =>
  Math.min(whole, axis.absoluteIntervals * axis.intervalSeconds);
