// The way from the present organisation to a candidate, role by role: kept, changed, new, gone.
import type { RoleChange } from '../../measures/advice.ts';
import { foldText } from '../../plan/foldText.ts';
import { peopleOfGroup } from '../../plan/people.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Needs } from '../../plan/schema/needs.ts';
import type { Plan } from '../../plan/schema/plan.ts';

interface Post {
  readonly team: Text;
  readonly teamId: string | null;
  readonly role: string;
  readonly people: number;
}

/** People by team and role; a group without a role has agents. */
export function postsOf(plan: Plan): readonly Post[] {
  const found = new Map<string, Post>();
  for (const team of plan.teams)
    for (const group of team.groups) {
      const role = plan.roles.find(({ id }) => id === group.role)?.kind ?? 'agent';
      const key = `${team.id} ${role}`;
      const people = peopleOfGroup(plan, team, group) + (found.get(key)?.people ?? 0);
      if (people > 0) found.set(key, { team: team.name, teamId: team.id, role, people });
    }
  return [...found.values()];
}

export const postsOfNeeds = (present: NonNullable<Needs['present']>): readonly Post[] =>
  present
    .filter(({ people }) => people > 0)
    .map(({ team, role, people }) => ({ team, teamId: null, role, people }));

const spellings = (text: Text): readonly string[] =>
  (typeof text === 'string' ? [text] : [text.en, text.fa, text.ar].filter((one) => one !== undefined)).map(
    foldText,
  );
const isSame = (one: Text, other: Text): boolean => {
  const names = spellings(other);
  return spellings(one).some((name) => names.includes(name));
};

/**
 * Posts of the same role in a team of the same name are kept, or changed where there will be more or fewer. Of the others of one role,
 * the largest of today become the largest to come. Example: 8 agents of "Help" where there will be "Printers" with 5: they change, and
 * 3 are free for other teams.
 */
export function wayOf(before: readonly Post[], after: readonly Post[]): readonly RoleChange[] {
  if (before.length === 0) return [];
  const left = new Set(before);
  const open = new Set(after);
  const changes: RoleChange[] = [];
  const pair = (from: Post, to: Post): void => {
    left.delete(from);
    open.delete(to);
    const isMoved = !isSame(from.team, to.team);
    changes.push({
      change: !isMoved && from.people === to.people ? 'kept' : 'changed',
      ...{ role: to.role, team: to.team, teamId: to.teamId, before: from.people, after: to.people },
      from: isMoved ? from.team : null,
    });
  };
  for (const to of after) {
    const from = [...left].find((post) => post.role === to.role && isSame(post.team, to.team));
    if (from !== undefined) pair(from, to);
  }
  for (const to of [...open].toSorted((one, two) => two.people - one.people)) {
    const [from] = [...left]
      .filter(({ role }) => role === to.role)
      .toSorted((one, two) => two.people - one.people);
    if (from !== undefined) pair(from, to);
  }
  for (const { role, team, teamId, people } of open)
    changes.push({ change: 'new', role, team, teamId, before: 0, after: people, from: null });
  for (const { role, team, people } of left)
    changes.push({ change: 'gone', role, team, teamId: null, before: people, after: 0, from: null });
  return changes;
}
