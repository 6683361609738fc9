import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useAt } from '../at/useAt.ts';
import { Pills } from './Pills.tsx';

interface PillsInProps<Value extends string> {
  /** Path in the plan, of a field of a part that is there. */
  readonly at: Place;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** One of a few, or nothing, of a part of a list. */
export function PillsIn<Value extends string>({ at, value, ...props }: PillsInProps<Value>) {
  const { give, place, disabled } = useAt(at);
  return (
    <Pills
      {...props}
      place={place}
      value={value === undefined ? [] : [value]}
      disabled={disabled}
      onChange={([chosen]) => give(chosen)}
    />
  );
}

/** Yes, no, or not said. */
export function YesNoIn({ at, label, value }: { at: Place; label: string; value: boolean | undefined }) {
  const { t } = useText();
  const { give, place, disabled } = useAt(at);
  return (
    <Pills
      label={label}
      hideLabel={false}
      place={place}
      options={[
        { value: 'yes', label: t('needs.yes') },
        { value: 'no', label: t('needs.no') },
      ]}
      value={value === undefined ? [] : [value ? 'yes' : 'no']}
      disabled={disabled}
      onChange={([chosen]) => give(chosen === undefined ? undefined : chosen === 'yes')}
    />
  );
}
