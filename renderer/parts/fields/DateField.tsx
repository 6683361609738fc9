import { ActionIcon, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { parseDate } from '../../../locales/format/parseDate.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type CommitFieldProps, type Read } from './CommitField.tsx';
import { DatePicker } from './DatePicker.tsx';

interface DateFieldProps
  extends Pick<
    CommitFieldProps<string | undefined>,
    'label' | 'hideLabel' | 'width' | 'disabled' | 'place' | 'description'
  > {
  /** Gregorian, as YYYY-MM-DD; shown and typed in the calendar of the window. */
  readonly value: string | undefined;
  /** May be emptied. */
  readonly optional?: boolean;
  readonly onCommit: (date: string | undefined) => void;
  /** Where the picker starts while there is no day yet. */
  readonly start?: string;
}

/** A day, typed in any of the three calendars or chosen from the month. */
export function DateField({ value, optional = false, onCommit, start, ...props }: DateFieldProps) {
  const { t, format } = useText();
  const [opened, setOpened] = useState(false);
  const read = (text: string): Read<string | undefined> => {
    if (optional && text.trim() === '') return { ok: true, value: undefined };
    const parsed = parseDate(text, format.settings.calendar);
    return parsed.ok
      ? { ok: true, value: parsed.date }
      : { ok: false, message: t.dynamic('app.unread', parsed.reason) };
  };
  const choose = (date: string): void => {
    setOpened(false);
    if (date !== value) onCommit(date);
  };
  const button = (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          disabled={props.disabled ?? false}
          aria-label={t('app.date.choose', { label: props.label })}
          aria-haspopup="dialog"
          aria-expanded={opened}
          data-pick={props.place}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={props.label} p="sm">
        <DatePicker start={value ?? start ?? todayOf()} value={value} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <CommitField
      {...props}
      value={value}
      write={(date) => (date === undefined ? '' : format.date(date))}
      read={read}
      width={props.width ?? 215}
      dir="auto"
      end={button}
      onCommit={onCommit}
    />
  );
}

const todayOf = (): string => new Date().toISOString().slice(0, 10);
