import { Select } from '@mantine/core';
import { fieldWidth } from './fieldWidth.ts';

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly width?: number | string;
  readonly disabled?: boolean;
  readonly place?: string;
  readonly description?: string;
}

/** One of a few. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, hideLabel = false, options, value, onChange, width = 200 } = props;
  return (
    <Select
      {...(hideLabel ? { 'aria-label': label } : { label })}
      data={[...options]}
      value={value}
      allowDeselect={false}
      disabled={props.disabled ?? false}
      description={props.description}
      data-at={props.place}
      comboboxProps={{ withinPortal: false }}
      {...fieldWidth(width)}
      onChange={(chosen) => {
        const found = options.find((option) => option.value === chosen);
        if (found !== undefined && found.value !== value) onChange(found.value);
      }}
    />
  );
}
