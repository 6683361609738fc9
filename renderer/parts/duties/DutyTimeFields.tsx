import { Text } from '@mantine/core';
import type { Duty } from '../../../core/plan/schema/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import classes from './Duties.module.css';
import { setTimeKind, type TimeKind, timeKinds } from './dutyEdits.ts';

/** How long a duty takes, and where that time is counted. */
export function DutyTimeFields({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const at = ['duties', duty.id, 'time'];
  const { time } = duty;
  const kinds = timeKinds.filter((kind) => kind !== 'work' || plan.internalWork.length > 0);
  return (
    <fieldset className={classes.holders}>
      <legend>{t('duties.time.title')}</legend>
      <ChoiceField<TimeKind>
        label={t('duties.time.kind')}
        width="100%"
        value={time?.kind ?? 'unstated'}
        options={kinds.map((value) => ({ value, label: t(`duties.time.kinds.${value}`) }))}
        disabled={!canEdit}
        place={`${at.join('/')}/kind`}
        onChange={(kind) => void edit(setTimeKind(plan, duty, kind))}
      />
      <Text size="xs" c="dimmed">
        {t(`duties.time.explained.${time?.kind ?? 'unstated'}`)}
      </Text>
      {time?.kind === 'work' && (
        <ManyAt
          at={[...at, 'work']}
          label={t('duties.time.work')}
          value={time.work}
          none=""
          least={1}
          options={partsOf(plan.internalWork, say)}
        />
      )}
      <div className={classes.fields}>
        {time?.kind === 'hours' && (
          <>
            <QuantityAt
              at={[...at, 'hoursPerWeek']}
              label={t('duties.time.hours')}
              value={time.hoursPerWeek}
              as="hours"
            />
            <NumberAt
              at={[...at, 'pieceMinutes']}
              label={t('people.otherWork.piece')}
              value={time.pieceMinutes}
              low={0.1}
              high={1440}
              optional
              placeholder={t('people.otherWork.usualPiece', { minutes: format.integer(30) })}
              width={150}
            />
          </>
        )}
        {time?.kind === 'pieces' && (
          <QuantityAt
            at={[...at, 'perWeek']}
            label={t('duties.time.perWeek')}
            value={time.perWeek}
            as="number"
          />
        )}
        {(time?.kind === 'pieces' || time?.kind === 'contacts') && (
          <QuantityAt
            at={[...at, 'secondsEach']}
            label={t(`duties.time.each.${time.kind}`)}
            value={time.secondsEach}
            as="duration"
          />
        )}
      </div>
      {time?.kind === 'contacts' && (
        <>
          <ManyAt
            at={[...at, 'issueTypes']}
            label={t('duties.time.issueTypes')}
            value={time.issueTypes}
            none={t('duties.time.all')}
            options={partsOf(plan.issueTypes, say)}
          />
          <ManyAt
            at={[...at, 'channels']}
            label={t('duties.time.channels')}
            value={time.channels}
            none={t('duties.time.all')}
            options={partsOf(plan.channels, say)}
          />
        </>
      )}
      {time !== undefined && 'done' in time && (
        <ChoiceAt
          at={[...at, 'done']}
          label={t('duties.time.done')}
          width="100%"
          value={time.done}
          options={(['between', 'reserved'] as const).map((value) => ({
            value,
            label: t(`duties.time.doneKinds.${value}`),
          }))}
        />
      )}
    </fieldset>
  );
}
