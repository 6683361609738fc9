import { Switch } from '@mantine/core';
import { useAhead } from '../../state/useAhead.ts';
import { type AtProps, useAt } from './useAt.ts';

interface SwitchAtProps extends Omit<AtProps, 'hideLabel' | 'width'> {
  readonly value: boolean | undefined;
  /** What holds where nothing is said. */
  readonly usual?: boolean;
  readonly description?: string;
}

/** Yes or no. */
export function SwitchAt({ at, label, value: kept, usual = false, description }: SwitchAtProps) {
  const { give, place, disabled } = useAt(at);
  const [value, put] = useAhead(kept, give);
  return (
    <Switch
      label={label}
      description={description}
      checked={value ?? usual}
      disabled={disabled}
      data-at={place}
      onChange={(event) => {
        const { checked } = event.currentTarget;
        void put(checked === usual && value !== undefined ? undefined : checked);
      }}
    />
  );
}
