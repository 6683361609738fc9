import { useEffect, useState } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { GroupPlace } from '../staffing/shiftEdits.ts';

export const everyGroup = (plan: Plan): GroupPlace[] =>
  plan.teams.flatMap((team) => team.groups.map((group) => ({ team, group })));

interface ChosenGroup {
  /** Undefined where the plan has no groups. */
  readonly of: GroupPlace | undefined;
  readonly choose: (group: string) => void;
}

let lastChosen: string | undefined;

/**
 * The group that is worked on: the one that was chosen, on whichever screen, else the first; and the one that a fault is about,
 * when its place is asked for.
 */
export function useChosenGroup(plan: Plan): ChosenGroup {
  const [chosen, setChosen] = useState(lastChosen);
  const wanted = useSession((session) => session.wantedPlace);
  const choose = (group: string): void => {
    lastChosen = group;
    setChosen(group);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once, whatever becomes of the plan.
  useEffect(() => {
    const [list, team, field, group] = wanted ?? [];
    if (list !== 'teams' || field !== 'groups' || group === undefined) return;
    const found = everyGroup(plan).find(
      (one) =>
        (one.team.id === team || plan.teams.indexOf(one.team) === team) &&
        (one.group.id === group || one.team.groups.indexOf(one.group) === group),
    );
    if (found !== undefined) choose(found.group.id);
  }, [wanted]);
  const groups = everyGroup(plan);
  return { of: groups.find(({ group }) => group.id === chosen) ?? groups[0], choose };
}
