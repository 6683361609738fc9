import { CloseButton, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import type { RefusedFile } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';
import { FaultList } from './FaultList.tsx';
import { Note } from './Note.tsx';

/** A file that could not be opened, with everything that is wrong in it. The file itself is untouched. */
export function RefusedFileNote({ refused }: { refused: RefusedFile }) {
  const { t } = useText();
  const dismiss = useSession((session) => session.dismissRefused);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (refused !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [refused]);

  return (
    <div ref={place}>
      <Note
        tone="missed"
        role="alert"
        icon={IconFileAlert}
        title={t('app.refused.title', { name: refused.name })}
        end={<CloseButton aria-label={t('app.shell.dismiss')} onClick={dismiss} />}
      >
        <Text size="sm">{t('app.refused.detail')}</Text>
        <FaultList faults={refused.faults} />
      </Note>
    </div>
  );
}
