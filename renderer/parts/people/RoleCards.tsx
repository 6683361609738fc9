import { Menu } from '@mantine/core';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import { roleKinds } from '../../../core/plan/kinds.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddMenu } from '../at/AddMenu.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { TextListAt } from '../at/TextListAt.tsx';
import classes from './People.module.css';
import { addRole, type Role } from './peopleEdits.ts';

/** The roles of the organisation with their duties. */
export function RoleCards({ plan }: { plan: Plan }) {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const add = (kind: Role['kind']): void => {
    const name = { [language]: t(`people.role.kinds.${kind}`) };
    const duties = kind === 'other' ? [] : [{ [language]: t(`people.role.duty.${kind}`) }];
    void edit((now) => addRole(now, { kind, name, duties }));
  };
  return (
    <Section title={t('people.role.title')} intro={t('people.role.intro')}>
      <div className={classes.cards}>
        {plan.roles.map((role) => (
          <RoleCard key={role.id} plan={plan} role={role} />
        ))}
      </div>
      <div>
        <AddMenu label={t('people.role.add')} list="roles">
          {roleKinds.map((kind) => (
            <Menu.Item key={kind} data-kind={kind} onClick={() => add(kind)}>
              {t(`people.role.kinds.${kind}`)}
            </Menu.Item>
          ))}
        </AddMenu>
      </div>
    </Section>
  );
}

function RoleCard({ plan, role }: { plan: Plan; role: Role }) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const at = ['roles', role.id];
  const groups = plan.teams.flatMap((team) => team.groups.filter((group) => group.role === role.id));
  return (
    <PartCard
      label={say(role.name)}
      at={at}
      name={<TextAt at={[...at, 'name']} label={t('people.role.name')} value={role.name} width="100%" />}
      onRemove={() => void edit(withoutPart(plan, 'roles', role.id))}
    >
      <div className={classes.row}>
        <ChoiceAt<Role['kind']>
          at={[...at, 'kind']}
          label={t('people.role.kind')}
          width={200}
          value={role.kind}
          options={roleKinds.map((value) => ({ value, label: t(`people.role.kinds.${value}`) }))}
        />
        <NumberAt
          at={[...at, 'maximumSpan']}
          label={t('people.role.maximumSpan')}
          value={role.maximumSpan}
          low={1}
          high={1000}
          whole
          optional
          width={112}
        />
        <QuantityAt
          at={[...at, 'contactTimeShare']}
          label={t('people.role.contactTimeShare')}
          value={role.contactTimeShare}
          as="share"
          width={150}
        />
      </div>
      <TextListAt
        at={[...at, 'duties']}
        label={t('people.role.duties')}
        value={role.duties}
        first={t('people.role.newDuty')}
        addLabel={t('people.role.addDuty')}
      />
      <p className={classes.hint}>{t('people.role.held', { count: groups.length })}</p>
    </PartCard>
  );
}
