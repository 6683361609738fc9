import { Button } from '@mantine/core';
import { useState } from 'react';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { freeId } from '../at/freeId.ts';
import { PartCard } from '../at/PartCard.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { DayDrawing } from './DayDrawing.tsx';
import classes from './demand.module.css';
import { Months } from './Months.tsx';
import { ProfileTemplates } from './ProfileTemplates.tsx';
import { addProfile, linesWith, weekOf } from './profileEdits.ts';
import { Section } from './Section.tsx';
import { SpecialDays } from './SpecialDays.tsx';
import { StoredShapes } from './StoredShapes.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekPicture } from './WeekPicture.tsx';

/** When customers ask: one profile at a time, by template, by drawing and hour by hour. */
export function Profiles({ plan }: { plan: Plan }) {
  const { t, say, language } = useText();
  const edit = useSession((session) => session.edit);
  const [chosen, setChosen] = useState<string | null>(null);
  const { profiles } = plan;
  const profile = profiles.find(({ id }) => id === chosen) ?? profiles[0];
  const add = (): void => {
    setChosen(freeId(profiles, 'profile'));
    void edit((now) => addProfile(now, { [language]: t('demand.profiles.newName') }, { timeOfDay: [] }));
  };
  return (
    <Section
      id="profiles"
      title={t('demand.profiles.title')}
      explanation={t(profiles.length === 0 ? 'demand.profiles.empty' : 'demand.profiles.intro')}
    >
      <div className={classes.controls}>
        {profiles.map(({ id, name }) => (
          <Button
            key={id}
            size="sm"
            variant={id === profile?.id ? 'filled' : 'default'}
            aria-pressed={id === profile?.id}
            data-select={id}
            onClick={() => setChosen(id)}
          >
            {say(name)}
          </Button>
        ))}
        <AddButton label={t('demand.profiles.add')} list="profiles" onAdd={add} />
      </div>
      {profile !== undefined && (
        <ProfileCard
          key={profile.id}
          plan={plan}
          profile={profile}
          onRemove={() => void edit(withoutPart(plan, 'profiles', profile.id))}
        />
      )}
    </Section>
  );
}

interface ProfileCardProps {
  readonly plan: Plan;
  readonly profile: Profile;
  readonly onRemove: () => void;
}

function ProfileCard({ plan, profile, onRemove }: ProfileCardProps) {
  const { t, say, format } = useText();
  const lines = linesWith(plan, profile.id).length;
  const { contacts } = weekOf(plan, profile);
  const at = ['profiles', profile.id];
  return (
    <PartCard
      label={say(profile.name)}
      at={at}
      onRemove={onRemove}
      name={
        <TextAt at={[...at, 'name']} label={t('demand.name')} value={profile.name} width="min(100%, 420px)" />
      }
    >
      <p className={classes.empty}>
        {lines === 0
          ? t('demand.profiles.unused', { contacts: format.integer(contacts) })
          : t('demand.profiles.used', { number: lines, contacts: format.integer(contacts) })}
      </p>
      <WeekPicture plan={plan} profile={profile} />
      <Disclosure title={t('demand.templates.title')}>
        <ProfileTemplates plan={plan} profile={profile} />
      </Disclosure>
      <Disclosure title={t('demand.drawing.title')}>
        <DayDrawing plan={plan} profile={profile} />
      </Disclosure>
      <WeekGrid plan={plan} profile={profile} />
      <Disclosure title={t('demand.months.title')}>
        <Months plan={plan} profile={profile} />
      </Disclosure>
      <Disclosure title={t('demand.specialDays.title')}>
        <SpecialDays profile={profile} />
      </Disclosure>
      <Disclosure title={t('demand.stored.title')}>
        <StoredShapes profile={profile} />
      </Disclosure>
    </PartCard>
  );
}
