import { Select, Stack, Text } from '@mantine/core';
import { weekdays } from '../../../locales/settings.ts';
import { usePreferences } from '../../state/preferences.ts';
import { regionOf } from '../../state/readPreferences.ts';
import { useText } from '../../text/TextProvider.tsx';
import { RegisterField } from '../fields/RegisterField.tsx';
import { WeekdaysField } from '../fields/WeekdaysField.tsx';

/** Week, time zone and currency that new plans begin with; those of a plan are its own. */
export function RegionChoice() {
  const { t, format, language } = useText();
  const chosen = usePreferences((store) => store.region);
  const setRegion = usePreferences((store) => store.setRegion);
  const region = regionOf({ language, region: chosen });
  return (
    <Stack gap="sm" mt="xs" data-region>
      <Text size="xs" c="dimmed">
        {t('app.settings.regionDetail')}
      </Text>
      <Select
        label={t('basics.locale.weekStart')}
        value={region.weekStart}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={format.week().map((day) => ({ value: day, label: format.weekday(day) }))}
        onChange={(value) => {
          const weekStart = weekdays.find((day) => day === value);
          if (weekStart !== undefined) setRegion({ weekStart });
        }}
      />
      <WeekdaysField
        label={t('basics.locale.weekend')}
        value={region.weekend}
        least={0}
        onChange={(weekend) => setRegion({ weekend })}
      />
      <RegisterField
        of="timeZone"
        label={t('languages.setting.timeZone')}
        value={region.timeZone}
        width="100%"
        onChange={(timeZone) => setRegion({ timeZone })}
      />
      <RegisterField
        of="currency"
        label={t('basics.locale.currency')}
        value={region.currency}
        width="100%"
        onChange={(currency) => setRegion({ currency })}
      />
    </Stack>
  );
}
