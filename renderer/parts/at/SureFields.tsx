import { ActionIcon, Popover, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconArrowsHorizontal, IconHelpHexagon } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { Text as PlanWords } from '../../../core/plan/schema/elements.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import { withText } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { CommitField } from '../fields/CommitField.tsx';
import { useNumberText } from '../fields/useNumberText.ts';
import classes from './at.module.css';
import { optionally } from './optionally.ts';

/** How sure a figure is: what a range says, and where the figure comes from. */
export interface Sureness {
  readonly rangeHolds?: number | undefined;
  readonly distribution?: Exclude<Law, { law: 'never' }>['distribution'];
  readonly assumed?: boolean | undefined;
  readonly source?: PlanWords | undefined;
}

interface SureFieldsProps<Value extends Sureness> {
  /** Of the figure that this is about. */
  readonly label: string;
  readonly place: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly disabled: boolean;
  /** The ends of the range; absent where a figure can have none. */
  readonly ends?: ReactNode;
}

/** How what is likely may lie in a range. */
export const distributions = ['normal', 'lognormal', 'triangular', 'uniform'] as const;
const usual = 'usual';

/** A button beside a figure, and behind it: its range, whether it is assumed, and its source. */
export function SureFields<Value extends Sureness>(props: SureFieldsProps<Value>) {
  const { label, place, value, onChange, disabled, ends } = props;
  const { t, say, language } = useText();
  const [opened, setOpened] = useState(false);
  const title = useId();
  const share = useNumberText({ as: 'share', low: 0.5, high: 1 });
  const change = (part: Sureness): void => onChange(tidy({ ...value, ...part }));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
      shadow="lg"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Tooltip label={t('app.at.sure', { figure: label })} withinPortal={false}>
          <ActionIcon
            variant="subtle"
            size="md"
            color={value.assumed === true ? 'orange.8' : 'gray'}
            aria-label={t('app.at.sure', { figure: label })}
            aria-haspopup="dialog"
            aria-expanded={opened}
            data-more={place}
            onClick={() => setOpened(!opened)}
          >
            {value.assumed === true ? (
              <IconHelpHexagon size={18} stroke={1.6} aria-hidden />
            ) : (
              <IconArrowsHorizontal size={18} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={title} className={classes.sure ?? ''}>
        <Stack gap="sm">
          <Text id={title} fw={600} size="sm">
            {t('app.at.sure', { figure: label })}
          </Text>
          {ends}
          {ends !== undefined && (
            <>
              <CommitField
                label={t('app.at.rangeHolds')}
                description={t('app.at.rangeHoldsDetail')}
                value={value.rangeHolds}
                {...optionally(true, share.write, share.read)}
                disabled={disabled}
                place={`${place}/rangeHolds`}
                onCommit={(rangeHolds) => change({ rangeHolds })}
              />
              <ChoiceField<string>
                label={t('app.at.distribution')}
                width="100%"
                value={value.distribution ?? usual}
                options={[usual, ...distributions].map((one) => ({
                  value: one,
                  label: t.dynamic('app.at.distributions', one),
                }))}
                disabled={disabled}
                place={`${place}/distribution`}
                onChange={(chosen) =>
                  change({ distribution: distributions.find((distribution) => distribution === chosen) })
                }
              />
            </>
          )}
          <Switch
            label={t('app.at.assumedSwitch')}
            checked={value.assumed === true}
            disabled={disabled}
            data-at={`${place}/assumed`}
            onChange={(event) => change({ assumed: event.currentTarget.checked || undefined })}
          />
          <CommitField
            label={t('app.at.source')}
            dir="auto"
            inputMode="text"
            long
            value={say(value.source)}
            write={(text) => text}
            read={(text) => ({ ok: true, value: text.trim() })}
            disabled={disabled}
            place={`${place}/source`}
            onCommit={(said) =>
              change({ source: said === '' ? undefined : withText(value.source ?? {}, language, said) })
            }
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Without the fields that say nothing. */
function tidy<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, said]) => said !== undefined)) as Value;
}
