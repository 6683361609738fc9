import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCanEdit } from './useAt.ts';

interface AddMenuProps {
  readonly label: string;
  /** Names the button for tests: the list that it adds to. */
  readonly list: string;
  /** What can be added, each a `Menu.Item`. */
  readonly children: ReactNode;
}

/** Adds one of several kinds of part to a list of the plan. */
export function AddMenu({ label, list, children }: AddMenuProps) {
  const canEdit = useCanEdit();
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
          disabled={!canEdit}
          data-add={list}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
