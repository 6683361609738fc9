import { ActionIcon, Menu } from '@mantine/core';
import { type Icon, IconArrowLeft, IconDotsVertical } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import classes from './Structure.module.css';

/** Something that can be done, or a choice that leads on to more. */
export interface Act {
  readonly id: string;
  readonly label: string;
  readonly Icon?: Icon;
  readonly isRemoval?: boolean;
  readonly run?: () => void;
  readonly more?: readonly Act[];
}

interface BoxMenuProps {
  readonly label: string;
  /** Names the menu for tests: kind and id of the box. */
  readonly of: string;
  readonly acts: () => readonly Act[];
  readonly disabled: boolean;
}

/** All that can be done with a box, by mouse and by keyboard alike. */
export function BoxMenu({ label, of, acts, disabled }: BoxMenuProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={260}
      shadow="md"
      withInitialFocusPlaceholder={false}
      // Out of the canvas, which would clip it, but still in the page's main part.
      portalProps={{ target: '#main' }}
    >
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className="nodrag nopan"
          aria-label={label}
          data-menu={of}
          disabled={disabled}
        >
          <IconDotsVertical size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu ?? ''} aria-label={label}>
        {opened && <Pages acts={acts()} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function Pages({ acts }: { acts: readonly Act[] }) {
  const { t } = useText();
  const [page, setPage] = useState<Act | null>(null);
  const list = useRef<HTMLDivElement>(null);
  // The keyboard goes on where the choices have changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of page.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[role=menuitem]:not([data-back])')?.focus();
  }, [page]);
  const shown = page?.more ?? acts;
  return (
    <div ref={list}>
      {page !== null && (
        <Menu.Item
          closeMenuOnClick={false}
          data-back
          leftSection={<IconArrowLeft size={16} className="mirrored" aria-hidden />}
          onClick={() => setPage(null)}
        >
          {page.label}
        </Menu.Item>
      )}
      {page !== null && <Menu.Divider />}
      {shown.map((act) => (
        <Menu.Item
          key={act.id}
          data-act={act.id}
          {...(act.isRemoval === true && { c: 'var(--missed)' })}
          closeMenuOnClick={act.more === undefined}
          disabled={act.more?.length === 0}
          leftSection={act.Icon === undefined ? undefined : <act.Icon size={16} stroke={1.75} aria-hidden />}
          rightSection={
            act.more === undefined ? undefined : (
              <IconArrowLeft size={14} className={classes.onward ?? ''} aria-hidden />
            )
          }
          onClick={() => (act.more === undefined ? act.run?.() : setPage(act))}
        >
          {act.label}
        </Menu.Item>
      ))}
      {shown.length === 0 && <Menu.Label>{t('structure.menu.nothing')}</Menu.Label>}
    </div>
  );
}
