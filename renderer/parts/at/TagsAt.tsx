import { TagsInput } from '@mantine/core';
import { fieldWidth } from '../fields/fieldWidth.ts';
import { type AtProps, useAt } from './useAt.ts';

interface TagsAtProps extends AtProps {
  readonly value: readonly string[] | undefined;
  /** Words that are used elsewhere in the plan. */
  readonly known?: readonly string[];
  readonly placeholder?: string;
  readonly longest?: number;
}

/** Free words, such as skills; none takes the field out. */
export function TagsAt(props: TagsAtProps) {
  const { at, label, hideLabel = false, value = [], known = [], placeholder = '', longest = 64 } = props;
  const { give, place, disabled } = useAt(at);
  return (
    <TagsInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={[...value]}
      data={[...known]}
      placeholder={value.length === 0 ? placeholder : ''}
      disabled={disabled}
      data-at={place}
      {...fieldWidth(props.width)}
      renderOption={({ option }) => <bdi>{option.value}</bdi>}
      comboboxProps={{ withinPortal: false }}
      onChange={(words) => {
        const kept = words.map((word) => word.trim().slice(0, longest)).filter((word) => word !== '');
        give(kept.length === 0 ? undefined : kept);
      }}
    />
  );
}
