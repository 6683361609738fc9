import { Button, Checkbox, Progress, Text } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled, IconRefreshAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { isStudyOld } from '../../state/isStudyOld.ts';
import type { MattersStudy } from '../../state/mattersSlice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Note } from '../Note.tsx';
import classes from './matters.module.css';

interface StudyBarProps {
  readonly study: MattersStudy;
  readonly open: OpenPlan;
  /** Simulates too, unless the person does not want it. */
  readonly checksAtFirst?: boolean;
  /** Whose numbers a search may change; none: it cannot begin. */
  readonly groups?: readonly string[];
}

/** The start of a study, its progress and its end, and whether its figures are those of the plan as it is now. */
export function StudyBar({ study, open, checksAtFirst = false, groups }: StudyBarProps) {
  const { t, format } = useText();
  const { found, running, failure } = useSession(({ matters }) => matters[study]);
  const start = useSession((session) => session.startMatters);
  const stop = useSession((session) => session.stopMatters);
  const [check, setCheck] = useState(checksAtFirst);
  const isStale = found !== null && isStudyOld(found, open);
  return (
    <div className={classes.study} data-no-picture>
      <div className={classes.bar} data-study={study}>
        {running === null ? (
          <Button
            variant={found === null || isStale ? 'filled' : 'default'}
            disabled={open.planHash === null || groups?.length === 0}
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
            onClick={() => start(study, check, groups)}
          >
            {t(found === null ? 'matters.start' : 'matters.again')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
            onClick={() => stop(study)}
          >
            {t('matters.stop')}
          </Button>
        )}
        {running === null ? (
          <Checkbox
            label={t('matters.check')}
            checked={check}
            onChange={(event) => setCheck(event.currentTarget.checked)}
          />
        ) : (
          <div className={classes.progress} role="status">
            <Progress
              value={(100 * running.done) / Math.max(1, running.expected)}
              aria-label={t('matters.progress', {
                done: format.integer(running.done),
                expected: format.integer(running.expected),
              })}
            />
            <Text size="xs" c="dimmed">
              {t('matters.progress', {
                done: format.integer(running.done),
                expected: format.integer(running.expected),
              })}
            </Text>
          </div>
        )}
      </div>
      {isStale && running === null && (
        <Note tone="risk" icon={IconRefreshAlert} role="status" title={t('matters.stale')} />
      )}
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
}
