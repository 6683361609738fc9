// What customers do, and what is done with them while they wait, that the formulas follow roughly or not at all.
import type { SwitchedOff } from './feature.ts';

/** Who left or was blocked does not come again. */
export const noRedials: SwitchedOff = (plan) => ({
  ...plan,
  channels: plan.channels.map((channel) => ({ ...channel, redial: undefined })),
});

/** Nobody is offered a call-back. */
export const noCallBacks: SwitchedOff = (plan) => ({
  ...plan,
  channels: plan.channels.map((channel) => ({ ...channel, callBackOffer: undefined })),
});

/** Nobody is raised or moved for having waited long, and nobody is handed over in person. */
export const noTriggers: SwitchedOff = (plan) => ({
  ...plan,
  waitingTriggers: [],
  outcomes: plan.outcomes.map((rule) => ({
    ...rule,
    next: rule.next.map((next) => (next.kind === 'functional' ? { ...next, warm: undefined } : next)),
  })),
});

/** Places without end. */
export const noLimits: SwitchedOff = (plan) => ({
  ...plan,
  channels: plan.channels.map((channel) => ({ ...channel, waitingPlaces: undefined, lines: undefined })),
  teams: plan.teams.map((team) => ({ ...team, waitingPlaces: undefined })),
});

/** The virtual assistant takes no time: what it keeps is solved at once, the rest waits for people at once. */
export const quickAssistant: SwitchedOff = (plan) => ({
  ...plan,
  channels: plan.channels.map((channel) =>
    channel.assistant === undefined
      ? channel
      : { ...channel, assistant: { ...channel.assistant, time: { law: 'deterministic', seconds: 0 } } },
  ),
});

/** Other departments answer at once. */
export const quickDepartments: SwitchedOff = (plan) => ({
  ...plan,
  departments: plan.departments.map((department) => ({
    ...department,
    turnaround: { law: 'deterministic', seconds: 0 },
  })),
});
