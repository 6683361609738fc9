import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '../text/TextProvider.tsx';
import classes from './Palette.module.css';
import { foundActions, type PaletteAction, usePaletteActions } from './paletteActions.ts';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** Everything by its name: typing finds it, the arrows choose, Enter does it. */
export function Palette({ onClose, onShortcuts }: PaletteProps) {
  const { t } = useText();
  const actions = usePaletteActions(onShortcuts);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = foundActions(actions, typed);
  const run = (action: PaletteAction | undefined): void => {
    if (action === undefined) return;
    onClose();
    action.run();
  };
  const choose = (place: number): void => {
    const next = (place + found.length) % Math.max(1, found.length);
    setChosen(next);
    list.current?.querySelector(`[data-place="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      // Locking writes a style into the page, which its policy forbids.
      lockScroll={false}
      size={560}
      padding={0}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('app.palette.title') } }}
    >
      <TextInput
        data-autofocus
        variant="unstyled"
        className={classes.search ?? ''}
        aria-label={t('app.palette.search')}
        placeholder={t('app.palette.search')}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        attributes={{ input: { dir: 'auto' } }}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[chosen] === undefined ? undefined : `${id}-${found[chosen].id}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={t('app.palette.title')} className={classes.list}>
        {found.map((action, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; the list follows it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys.
          <div
            key={action.id}
            id={`${id}-${action.id}`}
            role="option"
            aria-selected={place === chosen}
            data-place={place}
            data-action={action.id}
            className={classes.action}
            onMouseMove={() => setChosen(place)}
            onClick={() => run(action)}
          >
            <span className={classes.kind}>{t(`app.palette.groups.${action.group}`)}</span>
            <span className={classes.label}>
              <bdi>{action.label}</bdi>
            </span>
            {action.keys !== undefined && <kbd dir="ltr">{action.keys}</kbd>}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={classes.nothing} role="status">
          {t('app.palette.nothing')}
        </p>
      )}
    </Modal>
  );
}
