import { ActionIcon, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCanEdit } from '../at/useAt.ts';

interface AddWordsProps {
  readonly label: string;
  readonly placeholder: string;
  /** Names the field for tests: the list that it adds to. */
  readonly list: string;
  readonly onAdd: (words: readonly string[]) => void;
}

const longest = 200;

/** Names of new parts, given with Enter; several between commas or lines are several parts, so that a list can be pasted. */
export function AddWords({ label, placeholder, list, onAdd }: AddWordsProps) {
  const canEdit = useCanEdit();
  const [typed, setTyped] = useState('');
  const add = (text: string): void => {
    const words = text.split(/[,،;؛\n\t]/).map((word) => word.trim().slice(0, longest));
    const said = words.filter((word) => word !== '');
    setTyped('');
    if (said.length > 0) onAdd(said);
  };
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      dir="auto"
      disabled={!canEdit}
      data-add={list}
      autoComplete="off"
      w="100%"
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={label}
          disabled={!canEdit || typed.trim() === ''}
          onClick={() => add(typed)}
        >
          <IconPlus size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add(typed);
        if (event.key === 'Escape') setTyped('');
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain');
        if (!text.trim().includes('\n')) return;
        event.preventDefault();
        add(text);
      }}
    />
  );
}
