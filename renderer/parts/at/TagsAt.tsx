import { Pill, TagsInput } from '@mantine/core';
import { useAhead } from '../../state/useAhead.ts';
import { fieldWidth } from '../fields/fieldWidth.ts';
import { type AtProps, useAt } from './useAt.ts';
import { wordsGiven } from './wordsGiven.ts';

export interface TagsAtProps extends AtProps {
  readonly value: readonly string[] | undefined;
  /** Words that are used elsewhere in the plan. */
  readonly known?: readonly string[];
  /** What a word is called where it stands for something that has a name. */
  readonly nameOf?: (word: string) => string;
  readonly placeholder?: string;
  readonly longest?: number;
}

/** Free words, such as skills; none takes the field out. */
export function TagsAt(props: TagsAtProps) {
  const { at, label, hideLabel = false, known = [], placeholder = '', longest = 64 } = props;
  const { nameOf = (word: string) => word } = props;
  const { give, place, disabled } = useAt(at);
  const [value, put] = useAhead(props.value ?? [], (kept) => give(kept.length === 0 ? undefined : kept));
  return (
    <TagsInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={[...value]}
      data={known.map((word) => ({ value: word, label: nameOf(word) }))}
      placeholder={value.length === 0 ? placeholder : ''}
      disabled={disabled}
      data-at={place}
      {...fieldWidth(props.width)}
      renderOption={({ option }) => <bdi>{nameOf(option.value)}</bdi>}
      renderPill={({ value: word = '', onRemove, disabled: isFixed }) => (
        <Pill withRemoveButton {...(onRemove !== undefined && { onRemove })} disabled={isFixed ?? false}>
          <bdi>{nameOf(word)}</bdi>
        </Pill>
      )}
      comboboxProps={{ withinPortal: false }}
      onChange={(words) => {
        void put(wordsGiven(words, [...known, ...value], nameOf, longest));
      }}
    />
  );
}
