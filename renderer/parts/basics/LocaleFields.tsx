import type { Plan } from '../../../core/plan/schema/plan.ts';
import { calendars, digitSystems, languages } from '../../../locales/settings.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { Section } from '../at/Section.tsx';
import { useAt } from '../at/useAt.ts';
import { WeekdaysAt } from '../at/WeekdaysAt.tsx';
import { RegisterField } from '../fields/RegisterField.tsx';

/** How the plan writes days, numbers and money; each is chosen, none follows from another. */
export function LocaleFields({ plan: { locale } }: { plan: Plan }) {
  const { t, format } = useText();
  const of = <Value extends string>(
    branch: 'languages.ownName' | 'languages.digits' | 'languages.calendar',
    values: readonly Value[],
  ) => values.map((value) => ({ value, label: t.dynamic(branch, value) }));
  return (
    <Section title={t('basics.locale.title')} intro={t('basics.locale.intro')}>
      <FieldGrid>
        <ChoiceAt
          at={['locale', 'language']}
          label={t('languages.setting.language')}
          value={locale.language}
          options={of('languages.ownName', languages)}
        />
        <ChoiceAt
          at={['locale', 'digits']}
          label={t('languages.setting.digits')}
          width={250}
          value={locale.digits}
          options={of('languages.digits', digitSystems)}
        />
        <ChoiceAt
          at={['locale', 'calendar']}
          label={t('languages.setting.calendar')}
          value={locale.calendar}
          options={of('languages.calendar', calendars)}
        />
        <ChoiceAt
          at={['locale', 'weekStart']}
          label={t('basics.locale.weekStart')}
          value={locale.weekStart}
          options={format.week().map((day) => ({ value: day, label: format.weekday(day) }))}
        />
      </FieldGrid>
      <FieldGrid least={340}>
        <ListedAt name="timeZone" label={t('languages.setting.timeZone')} value={locale.timeZone} />
        <ListedAt name="currency" label={t('basics.locale.currency')} value={locale.currency} />
      </FieldGrid>
      <WeekdaysAt
        at={['locale', 'weekend']}
        label={t('basics.locale.weekend')}
        value={locale.weekend}
        least={0}
      />
    </Section>
  );
}

/** One of a register, kept at a field of the plan. */
function ListedAt({ name, label, value }: { name: 'timeZone' | 'currency'; label: string; value: string }) {
  const { give, place, disabled } = useAt(['locale', name]);
  return (
    <RegisterField of={name} label={label} value={value} onChange={give} disabled={disabled} place={place} />
  );
}
