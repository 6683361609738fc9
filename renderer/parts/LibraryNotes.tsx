import { Button, CloseButton, Progress, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowUpCircle,
  IconCircleCheck,
  IconEyeOff,
  IconLock,
  IconTrash,
} from '@tabler/icons-react';
import type { Failure } from '../../core/contract/failures.ts';
import type { LibraryRepair, LibraryUpgrade } from '../../core/contract/library.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { failureText } from '../text/failureText.ts';
import { useText } from '../text/TextProvider.tsx';
import { Note } from './Note.tsx';

/** How the library is, where the person should know; what a repair did; the plan that was removed last. */
export function LibraryNotes() {
  const status = useSession((session) => session.status);
  const repaired = useSession((session) => session.repaired);
  return (
    <>
      {status?.state === 'closed' && status.failure !== null && <ClosedNote failure={status.failure} />}
      {status?.state === 'readOnly' && <ReadOnlyNote />}
      {status?.upgrade && <UpgradeNote upgrade={status.upgrade} />}
      {status?.notices.map((notice) => (
        <NoticeNote key={notice.code} notice={notice} />
      ))}
      {repaired !== null && <RepairNote repair={repaired} />}
      <RemovalNote />
    </>
  );
}

function ClosedNote({ failure }: { failure: Failure }) {
  const { t } = useText();
  const repair = useSession((session) => session.repairLibrary);
  return (
    <Note tone="missed" icon={IconAlertTriangle} title={t('app.library.closed')} role="alert">
      <Text size="sm">{failureText(t, failure).remedy}</Text>
      {failure.code === 'libraryDamaged' && (
        <Button size="xs" onClick={() => void repair()}>
          {t('app.library.repair')}
        </Button>
      )}
    </Note>
  );
}

function UpgradeNote({ upgrade: { doneFraction } }: { upgrade: LibraryUpgrade }) {
  const { t } = useText();
  const stop = useSession((session) => session.stopUpgrade);
  return (
    <Note tone="plain" icon={IconArrowUpCircle} title={t('app.library.upgrading')} role="status">
      <Text size="sm">{t('app.library.upgradingDetail')}</Text>
      <Progress
        value={doneFraction === null ? 100 : doneFraction * 100}
        animated={doneFraction === null}
        size="sm"
        aria-label={t('app.library.upgrading')}
      />
      <Button size="xs" variant="default" onClick={() => void stop()}>
        {t('app.library.stopUpgrade')}
      </Button>
    </Note>
  );
}

function ReadOnlyNote() {
  const { t } = useText();
  return (
    <Note tone="risk" icon={IconLock} title={t('app.library.readOnly')} role="status">
      <Text size="sm">{t.dynamic('failures', 'libraryReadOnly')}</Text>
    </Note>
  );
}

function NoticeNote({ notice }: { notice: Failure }) {
  const { t } = useText();
  return <Note tone="risk" icon={IconEyeOff} title={failureText(t, notice).remedy} role="status" />;
}

function RepairNote({ repair }: { repair: LibraryRepair }) {
  const { t, format } = useText();
  const { keptFile, from, recovered, lost, left } = repair;
  return (
    <Note
      tone={left.length > 0 ? 'risk' : 'plain'}
      icon={IconCircleCheck}
      title={t('app.library.repaired')}
      role="status"
    >
      {keptFile !== null && (
        <Text size="sm">{t('app.library.repairedFrom', { file: keptFile, from: from ?? '' })}</Text>
      )}
      {recovered !== null && lost !== null && (
        <Text size="sm">
          {t('app.library.repairedLost', {
            recovered: format.integer(recovered),
            lost: format.integer(lost),
          })}
        </Text>
      )}
      {left.length > 0 && <Text size="sm">{t('app.library.left')}</Text>}
    </Note>
  );
}

function RemovalNote() {
  const { t, say } = useText();
  const removed = useSession((session) => session.lastRemoved);
  const restore = useSession((session) => session.restorePlan);
  const forget = useSession((session) => session.forgetRemoved);
  if (removed === null) return null;
  return (
    <Note
      tone="plain"
      icon={IconTrash}
      title={t('app.library.wasRemoved', { name: say(removed.name) })}
      role="status"
      end={<CloseButton aria-label={t('app.shell.dismiss')} onClick={forget} />}
    >
      <Button size="xs" variant="default" onClick={() => void restore(removed.plan)}>
        {t('app.library.undo')}
      </Button>
    </Note>
  );
}
