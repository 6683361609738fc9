// Handling and patience as the formulas know them: exponential, one mean before a team.

import { lawMean } from '../../plan/lawMean.ts';
import type { Channel } from '../../plan/schema/channel.ts';
import type { Law } from '../../plan/schema/law.ts';
import type { SwitchedOff } from './feature.ts';
import { classContacts } from './totals.ts';

/** One exponential handling time a team, of the mean that its contacts ask for: no short recognition, no other time after a department. */
export const exponentialHandling: SwitchedOff = (plan, compiled) => {
  const model = compiled(plan);
  const contacts = classContacts(model);
  const teams = model.teams.length;
  const rules = model.teams.flatMap(({ id }, t) => {
    let all = 0;
    let work = 0;
    contacts.forEach((count, c) => {
      const pair = model.pairs[c * teams + t];
      if (pair === null || pair === undefined || !(count > 0)) return;
      all += count;
      work += count * pair.meanSeconds;
    });
    const time = { law: 'exponential', meanSeconds: work / all } as const;
    return work > 0 ? [{ when: { teams: [id] }, time, wrapUpShare: 0 }] : [];
  });
  return {
    ...plan,
    handling: [...rules, ...plan.handling],
    channels: plan.channels.map(({ dispatcher, assistant, ...channel }) => ({
      ...channel,
      ...(dispatcher === undefined ? {} : { dispatcher: { ...dispatcher, wrongTeamHandling: undefined } }),
      ...(assistant === undefined ? {} : { assistant: { ...assistant, handOverHandlingFactor: 1 } }),
    })),
    outcomes: plan.outcomes.map((rule) => ({
      ...rule,
      next: rule.next.map((next) => {
        if (next.kind === 'functional')
          return { ...next, recognisedAtOnceShare: 0, recognition: undefined, warm: undefined };
        return next.kind === 'otherDepartment' ? { ...next, handlingAfter: undefined } : next;
      }),
    })),
  };
};

const isPatient = (law: Law | undefined): boolean => law === undefined || law.law === 'never';

/** Patience exponential, of one mean on all live channels whose customers leave; nobody leaves at once. */
export const exponentialPatience: SwitchedOff = (plan) => {
  const leaving = plan.channels.flatMap(({ patience }) =>
    patience === undefined || isPatient(patience) ? [] : [lawMean(patience)],
  );
  const meanSeconds = leaving.reduce((sum, one) => sum + one, 0) / Math.max(1, leaving.length);
  const patience = { law: 'exponential', meanSeconds } as const;
  return {
    ...plan,
    channels: plan.channels.map(
      (channel): Channel => ({
        ...channel,
        ...(isPatient(channel.patience) ? {} : { patience }),
        balkingShare: 0,
        patienceByTier: [],
      }),
    ),
  };
};

/** Nobody leaves: what a team hands on is then as much by chance as what it takes. */
export const nobodyLeaves: SwitchedOff = (plan) =>
  plan.outcomes.some(({ next }) => next.length > 0) || plan.channels.some(({ dispatcher }) => dispatcher)
    ? {
        ...plan,
        channels: plan.channels.map((channel) => ({
          ...channel,
          patience: undefined,
          balkingShare: 0,
          patienceByTier: [],
        })),
      }
    : plan;
