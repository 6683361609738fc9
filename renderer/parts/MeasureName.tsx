import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useId, useState } from 'react';
import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import { useText } from '../text/TextProvider.tsx';
import { UnitName } from '../text/UnitName.tsx';
import classes from './MeasureName.module.css';

interface MeasureNameProps {
  readonly measure: MeasureId;
  /** Instead of the short name, where the place says part of it. */
  readonly label?: string;
}

/** The name of a measure; its definition is one click away. */
export function MeasureName({ measure, label }: MeasureNameProps) {
  const { t } = useText();
  const title = useId();
  const { unit } = measures[measure];
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={320}
      position="top"
      withArrow
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.name ?? ''}
          onClick={() => setOpened(!opened)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpened(false);
          }}
          onBlur={() => setOpened(false)}
        >
          {label ?? t.dynamic('measures', `${measure}.short`)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={title} className={classes.card ?? ''}>
        <Text id={title} fw={650} size="sm">
          {t.dynamic('measures', `${measure}.name`)}
          <UnitName unit={unit} />
        </Text>
        <Text size="sm" c="dimmed">
          {t.dynamic('measures', `${measure}.definition`)}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
