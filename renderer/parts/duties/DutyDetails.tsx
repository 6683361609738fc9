import { Text } from '@mantine/core';
import { type Duty, dutyKinds, dutyParts } from '../../../core/plan/schema/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useRemoval } from '../at/useRemoval.ts';
import classes from './Duties.module.css';
import { DutyTimeFields } from './DutyTimeFields.tsx';
import { removeDuty } from './dutyEdits.ts';
import { dutyName } from './dutyWords.ts';

/** Everything that is said of one duty. */
export function DutyDetails({ plan, duty }: { plan: Plan; duty: Duty }) {
  const texts = useText();
  const { t, say } = texts;
  const edit = useSession((session) => session.edit);
  const at = ['duties', duty.id];
  return (
    <PartCard
      label={dutyName(texts, duty)}
      at={at}
      name={
        <TextAt
          at={[...at, 'name']}
          label={t('duties.details.name')}
          value={duty.name}
          optional
          placeholder={t(`duties.kind.${duty.kind}`)}
          width="100%"
        />
      }
      onRemove={() => void edit(removeDuty(plan, duty.id))}
    >
      <ChoiceAt
        at={[...at, 'kind']}
        label={t('duties.details.kind')}
        width="100%"
        value={duty.kind}
        options={dutyKinds.map((value) => ({ value, label: t(`duties.kind.${value}`) }))}
      />
      {duty.kind !== 'own' && (
        <Text size="sm" c="dimmed">
          {t(`duties.means.${duty.kind}`)}
        </Text>
      )}
      <TextAt
        at={[...at, 'description']}
        label={t('duties.details.description')}
        value={duty.description}
        optional
        long
        width="100%"
      />
      <DutyTimeFields plan={plan} duty={duty} />
      <fieldset className={classes.holders}>
        <legend>{t('duties.details.who')}</legend>
        {duty.who.map((_, place) => (
          <HolderFields
            // biome-ignore lint/suspicious/noArrayIndexKey: holders have no name but their position.
            key={place}
            duty={duty}
            place={place}
            names={{ roles: partsOf(plan.roles, say), teams: partsOf(plan.teams, say) }}
          />
        ))}
        <AddButton
          label={t('duties.details.addHolder')}
          list={`duties/${duty.id}/who`}
          onAdd={() =>
            void edit([
              { change: 'add', at: [...at, 'who'], value: { ...firstFree(plan, duty), parts: ['isTold'] } },
            ])
          }
        />
      </fieldset>
    </PartCard>
  );
}

/** A role that has no part yet; none is left: every one. */
function firstFree(plan: Plan, duty: Duty): { readonly role?: string } {
  const role = plan.roles.find(({ id }) => !duty.who.some((holder) => holder.role === id))?.id;
  return role === undefined ? {} : { role };
}

interface HolderFieldsProps {
  readonly duty: Duty;
  readonly place: number;
  readonly names: Readonly<
    Record<'roles' | 'teams', readonly { readonly value: string; readonly label: string }[]>
  >;
}

function HolderFields({ duty, place, names }: HolderFieldsProps) {
  const { t, format } = useText();
  const remove = useRemoval();
  const holder = duty.who[place];
  if (holder === undefined) return null;
  const at = ['duties', duty.id, 'who', place];
  const label = t('app.at.remove', {
    part: t('app.at.numbered', { list: t('duties.details.who'), number: format.integer(place + 1) }),
  });
  return (
    <div className={classes.holder}>
      <div className={classes.choices}>
        <ChoiceAt<string>
          at={[...at, 'role']}
          label={t('duties.details.role')}
          width="100%"
          value={holder.role}
          usual=""
          options={[{ value: '', label: t('duties.details.everyRole') }, ...names.roles]}
        />
        <ChoiceAt<string>
          at={[...at, 'team']}
          label={t('duties.details.team')}
          width="100%"
          value={holder.team}
          usual=""
          options={[{ value: '', label: t('duties.details.everyTeam') }, ...names.teams]}
        />
        <ManyAt
          at={[...at, 'parts']}
          label={t('duties.details.parts')}
          value={holder.parts}
          none=""
          least={1}
          options={dutyParts.map((part) => ({ value: part, label: t(`duties.part.${part}.name`) }))}
        />
      </div>
      <RemoveButton label={label} onRemove={() => void remove(at)} />
    </div>
  );
}
