import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowsDiff } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { KeptResult, VersionSummary } from '../../../core/contract/library.ts';
import { simulatedStrip } from '../../../core/report/strip.ts';
import { documentOf } from '../../state/openPlan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { estimateText } from '../../text/estimateText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './Versions.module.css';

interface VersionCardProps {
  readonly open: OpenPlan;
  readonly version: VersionSummary;
  readonly results: readonly KeptResult[];
  readonly isCompared: boolean;
  readonly onCompare: () => void;
}

/** One version: when it was kept, what was said of it, what its simulation found, and the way back to it. */
export function VersionCard({ open, version, results, isCompared, onCompare }: VersionCardProps) {
  const { t, format } = useText();
  const restore = useSession((session) => session.restoreVersion);
  const canEdit = useCanEdit();
  const [isRestored, setRestored] = useState(false);
  const { name, note, at, planHash } = version;
  const isNow = planHash !== null && planHash === documentOf(open).planHash;
  // The word that it was brought back is about the state that it brought.
  useEffect(() => {
    if (!isNow) setRestored(false);
  }, [isNow]);
  return (
    <article
      className={classes.card}
      aria-label={name}
      data-version={version.version}
      data-shown={isCompared}
    >
      <div className={classes.words}>
        <Text component="h3" fw={600} size="md" m={0}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {t('versions.kept', { when: format.dateTime(at) })}
        </Text>
        {note !== '' && (
          <Text size="sm" className={classes.note}>
            <bdi>{note}</bdi>
          </Text>
        )}
        <VersionResult version={version} results={results} />
        <Text size="sm" c="dimmed" role="status">
          {isRestored ? t('versions.restored', { name }) : isNow ? t('versions.nothingSince') : ''}
        </Text>
      </div>
      <div className={classes.actions}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconArrowsDiff size={16} stroke={1.75} aria-hidden />}
          aria-label={t('versions.compareOf', { name })}
          data-compare
          onClick={onCompare}
        >
          {t('versions.compare')}
        </Button>
        <Button
          variant="default"
          size="sm"
          disabled={!canEdit || isNow}
          leftSection={<IconArrowBackUp size={16} stroke={1.75} className="mirrored" aria-hidden />}
          aria-label={t('versions.restoreOf', { name })}
          data-restore
          onClick={() => void restore(version.version).then(setRestored)}
        >
          {t('versions.restore')}
        </Button>
      </div>
    </article>
  );
}

/** What the latest simulation of just this content found. */
function VersionResult({ version, results }: Pick<VersionCardProps, 'version' | 'results'>) {
  const { t, format } = useText();
  const read = useSession((session) => session.readVersion);
  const document = useSession((session) => session.versions?.documents[version.version]);
  const kept = results.find(({ planHash }) => planHash === version.planHash);
  useEffect(() => {
    if (kept !== undefined) void read(version.version);
  }, [kept, version.version, read]);
  const strip = useMemo(
    () => (kept === undefined || document === undefined ? null : simulatedStrip(document, kept.result)),
    [kept, document],
  );
  if (kept === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('versions.noResult')}
      </Text>
    );
  if (strip === null) return null;
  return (
    <Text size="sm">
      {t('versions.result', {
        kept: strip.promises.filter(({ verdict }) => verdict === 'kept').length,
        all: strip.promises.length,
        cost: estimateText(format, strip.costPerMonth, 'money'),
      })}
    </Text>
  );
}
