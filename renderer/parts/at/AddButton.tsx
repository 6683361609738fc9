import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCanEdit } from './useAt.ts';

interface AddButtonProps {
  readonly label: string;
  readonly onAdd: () => void;
  /** Names the button for tests: the list that it adds to. */
  readonly list?: string;
}

/** Adds a part to a list of the plan. */
export function AddButton({ label, onAdd, list }: AddButtonProps) {
  const canEdit = useCanEdit();
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
      disabled={!canEdit}
      data-add={list}
      onClick={onAdd}
    >
      {label}
    </Button>
  );
}
