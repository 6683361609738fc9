import { MultiSelect } from '@mantine/core';
import { useAhead } from '../../state/useAhead.ts';
import { fieldWidth } from './fieldWidth.ts';

export interface ManyFieldProps {
  readonly label: string;
  /** The label is for readers only where the words around it say it already. */
  readonly hideLabel?: boolean;
  /** What an empty choice means, such as 'all channels'. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  /** Returns what becomes of it, where it is an edit. */
  readonly onChange: (value: readonly string[]) => unknown;
  readonly width?: number | string;
  readonly disabled?: boolean;
  readonly place?: string;
}

/** Any number of parts; none chosen means all. */
export function ManyField(props: ManyFieldProps) {
  const { label, hideLabel = true, none, options, disabled = false } = props;
  const [value, put] = useAhead(props.value, props.onChange);
  return (
    <MultiSelect
      {...(hideLabel ? { 'aria-label': label } : { label })}
      placeholder={value.length === 0 ? none : ''}
      data={[...options]}
      value={[...value]}
      onChange={(chosen) => void put(chosen)}
      disabled={disabled}
      data-at={props.place}
      comboboxProps={{ withinPortal: false }}
      clearable={value.length > 0}
      hidePickedOptions
      size="sm"
      {...fieldWidth(props.width)}
      miw={160}
    />
  );
}
