import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useAt } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { type OptionalPartName, optionalParts, setPart } from './channelEdits.ts';
import classes from './channels.module.css';

interface OptionalPartProps {
  readonly plan: Plan;
  readonly channel: Channel;
  readonly part: OptionalPartName;
  readonly children: ReactNode;
}

/** A part that a channel has or has not: a switch, and below it its fields. */
export function OptionalPart({ plan, channel, part, children }: OptionalPartProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  const { place, disabled } = useAt(['channels', channel.id, part]);
  const isOn = channel[part] !== undefined;
  const canBegin = isOn || optionalParts[part](plan) !== undefined;
  const detail = canBegin ? t(`routing.channel.${part}.detail`) : t(`routing.channel.${part}.missing`);
  return (
    <div className={classes.option}>
      <Switch
        label={t(`routing.channel.${part}.label`)}
        description={detail}
        checked={isOn}
        disabled={disabled || !canBegin}
        data-at={place}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          edit((now) => setPart(now, channel.id, part, checked));
        }}
      />
      {isOn && <div className={classes.optionFields}>{children}</div>}
    </div>
  );
}
