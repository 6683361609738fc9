// Answers about how customers are served: by which channels, when, and by people of which kind.
import type { Needs } from '../../../core/plan/schema/needs.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { RegisterField } from '../fields/RegisterField.tsx';
import { weeklyWith } from '../routing/calendarEdits.ts';
import { WeekStrip } from '../routing/WeekStrip.tsx';
import classes from './needs.module.css';
import { answer } from './needsEdits.ts';
import { Pills } from './Pills.tsx';
import { PillsAt, YesNoAt } from './PillsAt.tsx';
import { useChannelOptions } from './useChannelOptions.ts';

interface AnswersProps {
  readonly needs: Needs;
}

const hourKinds = ['office', 'extended', 'everyDay', 'always', 'own'] as const;

export function HoursAnswer({ needs }: AnswersProps) {
  const { t, format } = useText();
  const edit = usePlanEdit();
  const disabled = !useCanEdit();
  const { hours } = needs;
  const workingDays = format.week().filter((day) => !format.isWeekend(day));
  const usual = weeklyWith([], workingDays, [{ from: '09:00', to: '17:00' }]);
  return (
    <>
      <Pills
        place="needs/hours/kind"
        label={t('needs.question.hours')}
        value={hours === undefined ? [] : [hours.kind]}
        options={hourKinds.map((value) => ({ value, label: t(`needs.hours.${value}`) }))}
        disabled={disabled}
        onChange={([kind]) =>
          edit((plan) =>
            answer(
              plan,
              ['hours'],
              kind && (kind === 'own' ? { kind, weekly: hours?.weekly ?? usual } : { kind }),
            ),
          )
        }
      />
      {hours?.kind === 'own' && (
        <WeekStrip
          at={['needs', 'hours', 'weekly']}
          name={t('needs.question.hours')}
          weekly={hours.weekly ?? []}
          onChange={(weekly) => edit((plan) => answer(plan, ['hours', 'weekly'], weekly))}
        />
      )}
    </>
  );
}

export function ChannelsAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  const options = useChannelOptions();
  return (
    <>
      <PillsAt
        many
        at={['channels', 'wanted']}
        label={t('needs.field.wanted')}
        hideLabel={false}
        value={needs.channels?.wanted}
        options={options}
      />
      <PillsAt
        many
        at={['channels', 'unwanted']}
        label={t('needs.field.unwanted')}
        hideLabel={false}
        value={needs.channels?.unwanted}
        options={options}
      />
      <YesNoAt
        at={['publicComplaints']}
        label={t('needs.field.publicComplaints')}
        value={needs.publicComplaints}
      />
    </>
  );
}

export function SourcingAnswer({ needs }: AnswersProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  const disabled = !useCanEdit();
  return (
    <div className={classes.partBody}>
      <YesNoAt at={['sourcing', 'remote']} label={t('needs.field.remote')} value={needs.sourcing?.remote} />
      <YesNoAt
        at={['sourcing', 'outsourced']}
        label={t('needs.field.outsourced')}
        value={needs.sourcing?.outsourced}
      />
      <RegisterField<string | undefined>
        of="timeZone"
        label={t('needs.field.otherTimeZone')}
        none={t('needs.notSaid')}
        place="needs/sourcing/otherTimeZone"
        disabled={disabled}
        value={needs.sourcing?.otherTimeZone}
        width="min(100%, 320px)"
        onChange={(zone) => edit((plan) => answer(plan, ['sourcing', 'otherTimeZone'], zone))}
      />
    </div>
  );
}
