import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { FilterAt } from '../at/FilterAt.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import classes from './PromiseCard.module.css';
import { setField } from './promiseEdits.ts';

/** Fields with a few values, each with its words under `app.promises.<field>`. */
const choices = {
  abandoned: ['missed', 'metWithinTarget', 'leftOut'],
  blocked: ['leftOut', 'missed'],
  turnedAway: ['leftOut', 'missed'],
  firstResponseAt: ['end', 'begin'],
  period: ['interval', 'day', 'week', 'month', 'horizon'],
  serviceLevelOf: ['counted', 'expectedOffered'],
  redialWaits: ['separate', 'cumulated'],
} as const;
type ChoiceName = keyof typeof choices;

const usual: { readonly [C in ChoiceName]: string } = {
  abandoned: 'missed',
  blocked: 'leftOut',
  turnedAway: 'leftOut',
  firstResponseAt: 'end',
  period: 'horizon',
  serviceLevelOf: 'counted',
  redialWaits: 'separate',
};

/** What a promise counts and when it is judged. */
export function PromiseDetails({ plan, promise }: { plan: Plan; promise: PlanPromise }) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const disabled = !useCanEdit();
  const { id } = promise;
  const ownHours = '';
  const calendars = [
    { value: ownHours, label: t('app.promises.teamHours') },
    ...plan.calendars.map((calendar) => ({ value: calendar.id, label: say(calendar.name) })),
  ];
  return (
    <div className={classes.detailsFrame}>
      <FilterAt at={['promises', id, 'applies']} label={t('app.promises.about')} value={promise.applies} />
      <div className={classes.details}>
        {(Object.keys(choices) as ChoiceName[]).map((name) => (
          <ChoiceField<string>
            key={name}
            label={t(`app.promises.${name}.label`)}
            place={`promises/${id}/${name}`}
            disabled={disabled}
            width={280}
            options={choices[name].map((value) => ({
              value,
              label: t.dynamic(`app.promises.${name}`, value),
            }))}
            value={promise[name] ?? usual[name]}
            onChange={(value) => void edit([{ change: 'set', at: ['promises', id, name], value }])}
          />
        ))}
        {promise.measuredIn === 'businessHours' && (
          <ChoiceField
            label={t('app.promises.calendar')}
            place={`promises/${id}/calendar`}
            disabled={disabled}
            width={280}
            options={calendars}
            value={promise.calendar ?? ownHours}
            onChange={(calendar) =>
              void edit(setField(id, 'calendar', calendar === ownHours ? undefined : calendar))
            }
          />
        )}
        <SwitchAt
          at={['promises', id, 'pausesInOtherDepartment']}
          label={t('app.promises.pauses')}
          value={promise.pausesInOtherDepartment}
        />
      </div>
    </div>
  );
}
