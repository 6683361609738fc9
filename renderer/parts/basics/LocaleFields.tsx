import { Select } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { calendars, digitSystems, languages } from '../../../locales/settings.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { Section } from '../at/Section.tsx';
import { useAt } from '../at/useAt.ts';
import { WeekdaysAt } from '../at/WeekdaysAt.tsx';
import { currencies } from './currencies.ts';

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
        <ListedAt
          name="timeZone"
          label={t('languages.setting.timeZone')}
          value={locale.timeZone}
          options={timeZones(locale.timeZone)}
        />
        <ListedAt
          name="currency"
          label={t('basics.locale.currency')}
          value={locale.currency}
          options={[...new Set([...currencies, locale.currency])].map((code) => ({
            value: code,
            label: currencyLabel(format.currencyName(code), code),
          }))}
        />
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

interface ListedAtProps {
  readonly name: 'timeZone' | 'currency';
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of many, found by typing. */
function ListedAt({ name, label, value, options }: ListedAtProps) {
  const { t } = useText();
  const { give, place, disabled } = useAt(['locale', name]);
  return (
    <Select
      label={label}
      searchable
      limit={60}
      data={[...options]}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      data-at={place}
      nothingFoundMessage={t('basics.locale.notFound')}
      comboboxProps={{ withinPortal: false }}
      // Names of zones and codes of currencies are those of the registers, in any language.
      renderOption={({ option }) => <Registered code={option.value} label={option.label} />}
      w={230}
      maw="100%"
      onChange={(chosen) => {
        if (chosen !== null && chosen !== value) give(chosen);
      }}
    />
  );
}

function Registered({ code, label }: { code: string; label: string }) {
  const [before, after] = label.split(code);
  return (
    <span>
      {before}
      <bdi lang="en">{code}</bdi>
      {after}
    </span>
  );
}

const currencyLabel = (name: string, code: string): string => (name === code ? code : `${name} (${code})`);

/** The zones that this machine knows, and the plan's own. */
function timeZones(own: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...known, 'UTC', own])].map((zone) => ({ value: zone, label: zone }));
}
