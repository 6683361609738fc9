import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group } from '../../../core/plan/schema/team.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';

/** What a group is called: its own name, else that of its role. */
export function useGroupName(plan: Plan): (group: Group) => string {
  const { t, say } = useText();
  return (group) => {
    const name = say(group.name ?? plan.roles.find(({ id }) => id === group.role)?.name);
    return name === '' ? t('people.group.unnamed') : name;
  };
}

export function GroupName({ plan, group }: { plan: Plan; group: Group }) {
  return <PlanText of={useGroupName(plan)(group)} />;
}
