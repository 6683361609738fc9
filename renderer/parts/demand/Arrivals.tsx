import { Button, FileButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Demand } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { readArrivals } from './arrivals.ts';
import classes from './demand.module.css';
import { contactsPerDay, recordArrivals, stateVolume } from './demandEdits.ts';

/** Recorded arrivals instead of a volume: pasted as a list, or from a file. */
export function Arrivals({ plan, line }: { plan: Pick<Plan, 'demand'>; line: Demand }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { arrivalsSeconds } = line;
  const place = `demand/${line.id}/arrivalsSeconds`;
  const take = (text: string): void => {
    const found = readArrivals(text);
    if (!found.ok) {
      setRefused(
        found.line === 0
          ? t('demand.arrivals.nothing')
          : t('demand.arrivals.unread', { line: found.line, text: found.text }),
      );
      return;
    }
    setRefused(null);
    setTyped('');
    void edit(recordArrivals(plan, line.id, found.seconds));
  };
  const last = arrivalsSeconds?.reduce((most, seconds) => Math.max(most, seconds), 0) ?? 0;
  return (
    <Disclosure title={t('demand.arrivals.title')}>
      <div className={classes.section} data-recorded={arrivalsSeconds?.length ?? 0}>
        <p className={classes.empty}>{t('demand.arrivals.intro')}</p>
        {arrivalsSeconds !== undefined && (
          <div className={classes.foot}>
            <span>
              {t('demand.arrivals.stored', {
                number: arrivalsSeconds.length,
                last: format.duration(last),
              })}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={!canEdit}
              onClick={() => void edit(stateVolume(plan, line.id, contactsPerDay(line), 'day'))}
            >
              {t('demand.arrivals.toVolume')}
            </Button>
          </div>
        )}
        <Textarea
          label={t('demand.arrivals.paste')}
          data-at={place}
          value={typed}
          dir="ltr"
          autosize
          minRows={3}
          maxRows={8}
          disabled={!canEdit}
          error={refused}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(null);
          }}
        />
        <div className={classes.controls}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={!canEdit || typed.trim() === ''}
            onClick={() => take(typed)}
          >
            {t('demand.arrivals.take')}
          </Button>
          <FileButton
            accept=".txt,.csv,.tsv,text/plain,text/csv"
            disabled={!canEdit}
            onChange={(file) => void file?.text().then(take)}
          >
            {(props) => (
              <Button {...props} size="compact-sm" variant="default">
                {t('demand.arrivals.file')}
              </Button>
            )}
          </FileButton>
        </div>
      </div>
    </Disclosure>
  );
}
