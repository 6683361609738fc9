import { useState } from 'react';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { partsOf } from '../at/partsOf.ts';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import classes from './demand.module.css';
import { setShape } from './profileEdits.ts';
import { templateIds, templateWeek } from './profileTemplates.ts';

/** Weeks to begin with, in the place of the week that the profile has; months and special days stay. */
export function ProfileTemplates({ plan, profile }: { plan: Plan; profile: Profile }) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const usual = plan.channels.find(
    ({ id, hours }) =>
      hours !== undefined && plan.demand.some((line) => line.channel === id && line.profile === profile.id),
  )?.hours;
  const [calendar, setCalendar] = useState(usual ?? plan.calendars[0]?.id ?? '');
  return (
    <div className={classes.stack}>
      <p className={classes.empty}>{t('demand.templates.origin')}</p>
      {plan.calendars.length > 0 && (
        <ChoiceField
          label={t('demand.templates.calendar')}
          width={280}
          options={partsOf(plan.calendars, say)}
          value={calendar}
          onChange={setCalendar}
        />
      )}
      <div className={classes.templates}>
        {templateIds.map((id) => {
          const week = templateWeek(id, plan, calendar);
          return (
            <button
              key={id}
              type="button"
              className={classes.template}
              disabled={!canEdit || week === undefined}
              data-template={id}
              onClick={() => {
                const commands = week === undefined ? [] : setShape(profile, week);
                if (commands.length > 0) void edit(commands);
              }}
            >
              <strong>{t(`demand.templates.${id}.name`)}</strong>
              <span>{t(`demand.templates.${id}.what`)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
