import { MultiSelect } from '@mantine/core';

interface ManyFieldProps {
  readonly label: string;
  /** What an empty choice means, such as 'all channels'. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Any number of parts; none chosen means all. */
export function ManyField({ label, none, options, value, onChange }: ManyFieldProps) {
  return (
    <MultiSelect
      aria-label={label}
      placeholder={value.length === 0 ? none : ''}
      data={[...options]}
      value={[...value]}
      onChange={onChange}
      comboboxProps={{ withinPortal: false }}
      clearable={value.length > 0}
      hidePickedOptions
      size="sm"
      maw="100%"
      miw={160}
    />
  );
}
