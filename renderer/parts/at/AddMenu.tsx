import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
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
  const button = useRef<HTMLButtonElement>(null);
  // What was added before may have pushed the button out of sight, and a menu out of sight is not shown.
  const show = (): void => button.current?.scrollIntoView({ block: 'nearest' });
  return (
    <Menu position="bottom-start" withinPortal={false} onOpen={show}>
      <Menu.Target>
        <Button
          ref={button}
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
