import {
  Button,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { IconAdjustmentsHorizontal, IconLanguage } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { calendars, digitSystems, type Language, languages } from '../../../locales/settings.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { RegionChoice } from './RegionChoice.tsx';
import classes from './SettingsMenu.module.css';

const schemes = ['auto', 'light', 'dark'] as const;

/** Language, colours, digits, calendar and region; each is chosen, none is guessed from another. */
export function SettingsMenu() {
  const { t, language } = useText();
  const [opened, setOpened] = useState(false);
  const title = useId();
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={368}
      offset={12}
      shadow="lg"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          className={classes.button ?? ''}
          leftSection={<IconLanguage size={18} stroke={1.75} aria-hidden />}
          rightSection={<IconAdjustmentsHorizontal size={16} stroke={1.75} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className={classes.buttonText}>
            <span className={classes.settingsWord}>{t('app.settings.title')}</span>
            <span>{t.dynamic('languages.ownName', language)}</span>
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={title} p="lg" className={classes.dialog ?? ''}>
        <Stack gap="lg">
          <Text id={title} fw={650} component="h2" size="md" m={0}>
            {t('app.settings.title')}
          </Text>
          <LanguageChoice />
          <SchemeChoice />
          <DigitsChoice />
          <CalendarChoice />
          <Disclosure title={t('app.settings.region')}>
            <RegionChoice />
          </Disclosure>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function LanguageChoice() {
  const { t } = useText();
  const language = usePreferences((store) => store.language);
  const setLanguage = usePreferences((store) => store.setLanguage);
  return (
    <Setting label={t('languages.setting.language')}>
      {(label) => (
        <SegmentedControl
          fullWidth
          aria-labelledby={label}
          value={language}
          onChange={(value) => setLanguage(value as Language)}
          data={languages.map((value) => ({
            value,
            label: <span lang={value}>{t.dynamic('languages.ownName', value)}</span>,
          }))}
        />
      )}
    </Setting>
  );
}

function SchemeChoice() {
  const { t } = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Setting label={t('app.settings.colours')}>
      {(label) => (
        <SegmentedControl
          fullWidth
          aria-labelledby={label}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as (typeof schemes)[number])}
          data={schemes.map((value) => ({ value, label: t(`app.settings.scheme.${value}`) }))}
        />
      )}
    </Setting>
  );
}

function DigitsChoice() {
  const { t, language } = useText();
  const digits = usePreferences((store) => store.digits[language]);
  const setDigits = usePreferences((store) => store.setDigits);
  return (
    <Radio.Group
      label={t('languages.setting.digits')}
      value={digits}
      onChange={(value) => {
        const chosen = digitSystems.find((system) => system === value);
        if (chosen !== undefined) setDigits(chosen);
      }}
    >
      <Stack gap="xs" mt="xs">
        {digitSystems.map((system) => (
          <Radio key={system} value={system} label={t.dynamic('languages.digits', system)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function CalendarChoice() {
  const { t } = useText();
  const calendar = usePreferences((store) => store.calendar);
  const setCalendar = usePreferences((store) => store.setCalendar);
  return (
    <Select
      label={t('languages.setting.calendar')}
      value={calendar}
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
      onChange={(value) => setCalendar(calendars.find((known) => known === value) ?? 'plan')}
      data={[
        { value: 'plan', label: t('app.settings.calendarOfPlan') },
        ...calendars.map((value) => ({ value, label: t.dynamic('languages.calendar', value) })),
      ]}
    />
  );
}

function Setting({ label, children }: { label: string; children: (labelId: string) => React.ReactNode }) {
  const id = useId();
  return (
    <Stack gap={4}>
      <Text id={id} size="sm" fw={500}>
        {label}
      </Text>
      {children(id)}
    </Stack>
  );
}
