// Which decisions each part of a candidate's plan comes of, so that every box can say why it is there.
import type { BoxReason } from '../../measures/advice.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Sized } from '../sizing/size.ts';

/** `own`: ids as they are in the advice: those of this candidate bear its name before them. */
export function boxesOf(
  { plan, structure }: Sized,
  own: (id: string) => string,
  known: ReadonlySet<string>,
): readonly BoxReason[] {
  const box = (place: readonly string[], ...decisions: readonly string[]): BoxReason => ({
    place,
    decisions: [...new Set(decisions.map(own))].filter((id) => known.has(id)),
  });
  const found = [
    ...plan.channels.map(({ id, kind }) =>
      box(
        ['channels', id],
        `channels.${id}`,
        ...(kind === 'social' ? ['socialMedia'] : []),
        ...(kind === 'chat' ? ['assistant'] : []),
      ),
    ),
    ...plan.issueTypes.map(({ id }) =>
      box(['issueTypes', id], `selfService.${id}`, `specialists.${id}`, 'priorities'),
    ),
    ...plan.tiers.map(({ id }) => box(['tiers', id], 'tiers')),
    ...plan.teams.flatMap((team) => teamBoxes(team, structure, box)),
    ...plan.roles.map(({ id, kind }) => box(['roles', id], ...roleDecisions(kind))),
    ...plan.contracts.map(({ id }) => box(['contracts', id], 'training', 'equipment', 'sourcing')),
    ...plan.promises.map(({ id }) => box(['promises', id], `promises.${id}`, 'functionalEscalation')),
    ...plan.goals.map(({ id }) => box(['goals', id], 'goals')),
    ...plan.departments.map(({ id }) => box(['departments', id], 'functionalEscalation')),
    ...plan.internalWork.map(({ id }) =>
      box(
        ['internalWork', id],
        ...(id === 'guides' ? [...known].filter((one) => one.startsWith('selfService.')) : ['socialMedia']),
      ),
    ),
    box(['outcomes'], 'functionalEscalation', 'hierarchicalEscalation'),
    box(['company', 'strategies'], 'retention'),
  ];
  return found.filter(({ decisions }) => decisions.length > 0);
}

type Box = (place: readonly string[], ...decisions: readonly string[]) => BoxReason;

function teamBoxes(team: Plan['teams'][number], structure: Sized['structure'], box: Box): BoxReason[] {
  const draft = structure.teams.find(({ id }) => id === team.id);
  const own =
    draft !== undefined
      ? [...draft.decisions, `staffing.${team.id}`, 'sourcing']
      : team.id === 'dispatch'
        ? ['entry', 'staffing.dispatch']
        : team.id === 'leads'
          ? [...team.groups.map(({ id }) => `leads.${id}`), 'hierarchicalEscalation']
          : team.id === 'management'
            ? ['management', 'leads', 'hierarchicalEscalation']
            : ['operations'];
  return [
    box(['teams', team.id], ...own),
    ...team.groups.map((group) =>
      box(
        ['teams', team.id, 'groups', group.id],
        ...(team.id === 'leads' ? [`leads.${group.id}`] : own),
        'training',
        'equipment',
      ),
    ),
  ];
}

const roleDecisions = (kind: Plan['roles'][number]['kind']): readonly string[] => {
  switch (kind) {
    case 'dispatcher':
      return ['entry'];
    case 'lead':
      return ['leads', 'hierarchicalEscalation'];
    case 'manager':
      return ['management'];
    case 'agent':
      return ['training', 'tiers'];
    default:
      return ['operations'];
  }
};
