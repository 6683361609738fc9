import { Modal } from '@mantine/core';
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
      title={t('app.palette.shortcuts')}
      closeButtonProps={{ 'aria-label': t('app.shell.dismiss') }}
      transitionProps={{ duration: 0 }}
    >
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
