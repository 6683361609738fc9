import { Button, Title } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { sourcings } from '../../../core/plan/kinds.ts';
import type { Group } from '../../../core/plan/schema/team.ts';
import { skillName } from '../../../core/plan/skillName.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LanguagesAt } from '../at/LanguagesAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { TagsAt } from '../at/TagsAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';
import { useStaffingText } from '../useStaffingText.ts';
import { useGroupName } from './GroupName.tsx';
import { GroupSkill } from './GroupSkill.tsx';
import { GroupWork } from './GroupWork.tsx';
import { NamedPeople } from './NamedPeople.tsx';
import classes from './People.module.css';
import { moveGroup } from './peopleEdits.ts';
import { StaffChanges } from './StaffChanges.tsx';

/** Everything about one group of people, beside the table. */
export function GroupDetails({ open: { plan }, of }: { open: OpenPlan; of: GroupPlace }) {
  const { t, say } = useText();
  const nameOf = useGroupName(plan);
  const staffing = useStaffingText(plan);
  const edit = useSession((session) => session.edit);
  const goTo = useSession((session) => session.goTo);
  const canEdit = useCanEdit();
  const { team, group } = of;
  const at = groupAt(of);
  const none = { value: '', label: t('people.group.none') };
  const skills = [...new Set(plan.teams.flatMap(({ groups }) => groups.flatMap((one) => one.skills)))].sort();
  return (
    <aside className={classes.side} aria-labelledby="group" data-part={placeText(at)}>
      <Title order={3} id="group" size="h5">
        <PlanText of={nameOf(group)} />
      </Title>
      <div className={classes.fields}>
        <TextAt
          at={[...at, 'name']}
          label={t('people.group.name')}
          value={group.name}
          optional
          width="100%"
        />
        <ChoiceField<string>
          label={t('people.group.team')}
          width="100%"
          value={team.id}
          options={partsOf(plan.teams, say)}
          disabled={!canEdit}
          onChange={(to) => void edit(moveGroup(of, to))}
        />
        <ChoiceAt
          at={[...at, 'role']}
          label={t('people.group.role')}
          width="100%"
          value={group.role}
          usual=""
          options={[none, ...partsOf(plan.roles, say)]}
        />
        <ChoiceAt
          at={[...at, 'contract']}
          label={t('people.group.contract')}
          width="100%"
          value={group.contract}
          usual=""
          options={[none, ...partsOf(plan.contracts, say)]}
        />
        <NumberAt
          at={[...at, 'headcount']}
          label={t('people.group.headcount')}
          value={group.headcount}
          low={0}
          high={1_000_000}
          whole
          optional
          width="100%"
          placeholder={t('people.group.notPlanned')}
        />
        <ChoiceAt<Group['sourcing']>
          at={[...at, 'sourcing']}
          label={t('people.group.sourcing')}
          width="100%"
          value={group.sourcing}
          usual="inHouse"
          options={sourcings.map((value) => ({ value, label: t(`people.sourcing.${value}`) }))}
        />
        <TagsAt
          at={[...at, 'skills']}
          label={t('people.group.skills')}
          value={group.skills}
          known={skills}
          nameOf={(skill) => say(skillName(plan, skill))}
          placeholder={t('people.group.skillsNone')}
          width="100%"
        />
        <LanguagesAt
          at={[...at, 'languages']}
          label={t('people.group.languages')}
          value={group.languages}
          placeholder={t('people.group.languagesNone')}
          width="100%"
        />
      </div>
      <div>
        <p className={classes.hint}>{staffing(group.staffing).join(t('people.semicolon'))}</p>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconClockHour4 size={16} aria-hidden />}
          onClick={() => goTo('staffing')}
        >
          {t('people.group.toStaffing')}
        </Button>
      </div>
      <NamedPeople of={of} />
      <GroupSkill of={of} />
      <GroupWork plan={plan} of={of} />
      <StaffChanges plan={plan} of={of} />
    </aside>
  );
}
