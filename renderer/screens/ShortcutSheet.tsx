import { CloseButton, Group, Modal, Title } from '@mantine/core';
import { useText } from '../text/TextProvider.tsx';
import classes from './Palette.module.css';

/** Keys are called as they stand on the keyboard, in every language. */
const shortcuts = [
  { keys: ['Ctrl', 'K'], does: 'palette' },
  { keys: ['?'], does: 'sheet' },
  { keys: ['Ctrl', 'Z'], does: 'undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], does: 'redo' },
  { keys: ['Ctrl', 'O'], does: 'open' },
  { keys: ['Enter'], does: 'give' },
  { keys: ['Esc'], does: 'letGo' },
  { keys: ['Ctrl', 'C'], does: 'copy' },
  { keys: ['Ctrl', 'V'], does: 'paste' },
] as const;

/** The keys that do something, and what. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  return (
    <Modal
      opened
      onClose={onClose}
      // The component's own head would be a second banner of the page.
      withCloseButton={false}
      // Locking writes a style into the page, which its policy forbids.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('app.palette.shortcuts') } }}
    >
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {t('app.palette.shortcuts')}
        </Title>
        <CloseButton data-autofocus aria-label={t('app.shell.dismiss')} onClick={onClose} />
      </Group>
      <dl className={classes.sheet}>
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt dir="ltr">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`app.palette.does.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
