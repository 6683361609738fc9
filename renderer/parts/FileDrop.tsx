import { Button, Loader, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './FileDrop.module.css';

/** Opens a plan from a file, chosen or dropped. */
export function FileDrop() {
  const { t } = useText();
  const openFile = useSession((session) => session.openFile);
  const isOpening = useSession((session) => session.opening?.kind === 'file');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // A file that misses the field must not replace the page.
  useEffect(() => {
    const keepPage = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);

  const take = (file: File | undefined): void => {
    if (file !== undefined) void openFile(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={classes.field}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className={classes.picture} aria-hidden="true">
        {isOpening ? <Loader size={24} /> : <IconFileImport size={24} stroke={1.6} />}
      </span>
      <div className={classes.words}>
        <Text fw={500}>{t('app.library.drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('app.library.dropDetail')}
        </Text>
      </div>
      <Button variant="default" onClick={() => input.current?.click()}>
        {t('app.library.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,.saff,application/json"
        hidden
        aria-label={t('app.library.choose')}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          // The same file can be chosen again once it is mended.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
