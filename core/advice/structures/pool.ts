// One pool: everybody does everything, so that nobody waits while somebody is free.
import type { Choices } from '../choices.ts';
import { complexities } from '../priors/complexities.ts';
import { helpDesk, wholeSupport } from './names.ts';
import type { Structure, TeamDraft } from './structure.ts';

/** Factor on the minutes of those who do every kind of issue. */
export const generalistFactor =
  ({ company }: Choices) =>
  (issue: string): number => {
    const about = company.issues.find(({ id }) => id === issue);
    return about === undefined ? 1 : complexities[about.complexity].generalist;
  };

export function poolTeam(choices: Choices): TeamDraft {
  const { company, channels } = choices;
  const isHard = company.issues.some(({ complexity }) => complexity !== 'simple');
  return {
    ...{ id: 'support', name: company.isHelpDesk ? helpDesk : wholeSupport, specialty: null, tier: 0 },
    ...{ issues: company.issues.map(({ id }) => id), channels: channels.map(({ kind }) => kind), takes: [] },
    ...{ grade: isHard ? 'specialist' : 'agent', factorOf: generalistFactor(choices), sourcing: 'inHouse' },
    ...{ isSpecialist: false, duty: 'open', decisions: ['tiers'] },
  };
}

export const poolOf = (choices: Choices): Structure => ({
  kind: 'pool',
  tiers: [company(choices)],
  teams: [poolTeam(choices)],
  dispatched: [],
  decisions: [],
});

const company = ({ company: { isHelpDesk } }: Choices) => (isHelpDesk ? helpDesk : wholeSupport);
