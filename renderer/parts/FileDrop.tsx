import { Button, Loader, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useRef } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './FileDrop.module.css';

/** Between words written from right to left, the dot before an ending stays at its start. */
const dotFirst = '\u200e';

/** Opens a plan from a file that is chosen; dropping works anywhere in the window. */
export function FileDrop() {
  const { t } = useText();
  const openFile = useSession((session) => session.openFile);
  const chooseFile = useSession((session) => session.chooseFile);
  const isOpening = useSession((session) => session.opening?.kind === 'file');
  const input = useRef<HTMLInputElement>(null);
  const choose = async (): Promise<void> => {
    if (!(await chooseFile())) input.current?.click();
  };
  return (
    <div className={classes.field}>
      <span className={classes.picture} aria-hidden="true">
        {isOpening ? <Loader size={24} /> : <IconFileImport size={24} stroke={1.6} className="mirrored" />}
      </span>
      <div className={classes.words}>
        <Text fw={500}>{t('app.library.drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('app.library.dropDetail', { plan: `${dotFirst}.saff`, json: `${dotFirst}.json` })}
        </Text>
      </div>
      <Button variant="default" onClick={() => void choose()}>
        {t('app.library.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,.saff,application/json"
        hidden
        aria-label={t('app.library.choose')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void openFile(file);
          // The same file can be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
