import { Checkbox } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { useGroupName } from '../people/GroupName.tsx';
import classes from './leastCost.module.css';

interface GroupChoiceProps {
  readonly plan: Plan;
  readonly chosen: readonly string[];
  readonly onChoose: (groups: readonly string[]) => void;
}

/** Whose numbers may change: at first of those who handle contacts; leads and others when they are chosen. */
export function GroupChoice({ plan, chosen, onChoose }: GroupChoiceProps) {
  const { t, say } = useText();
  const groupName = useGroupName(plan);
  const all = plan.teams.flatMap((team) => team.groups.map((group) => ({ team, group })));
  const choose = (id: string, isChosen: boolean): void =>
    onChoose(
      all.map(({ group }) => group.id).filter((one) => (one === id ? isChosen : chosen.includes(one))),
    );
  return (
    <Disclosure title={t('leastCost.choose')} name="leastCostGroups">
      <div className={classes.choice}>
        {all.map(({ team, group }) => (
          <Checkbox
            key={group.id}
            label={t('leastCost.groupOfTeam', { group: groupName(group), team: say(team.name) })}
            checked={chosen.includes(group.id)}
            data-free={group.id}
            onChange={({ currentTarget }) => choose(group.id, currentTarget.checked)}
          />
        ))}
      </div>
    </Disclosure>
  );
}
