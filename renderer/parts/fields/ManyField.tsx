import { MultiSelect } from '@mantine/core';
import { fieldWidth } from './fieldWidth.ts';

export interface ManyFieldProps {
  readonly label: string;
  /** The label is for readers only where the words around it say it already. */
  readonly hideLabel?: boolean;
  /** What an empty choice means, such as 'all channels'. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly width?: number | string;
  readonly disabled?: boolean;
  readonly place?: string;
}

/** Any number of parts; none chosen means all. */
export function ManyField(props: ManyFieldProps) {
  const { label, hideLabel = true, none, options, value, onChange, disabled = false } = props;
  return (
    <MultiSelect
      {...(hideLabel ? { 'aria-label': label } : { label })}
      placeholder={value.length === 0 ? none : ''}
      data={[...options]}
      value={[...value]}
      onChange={onChange}
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
