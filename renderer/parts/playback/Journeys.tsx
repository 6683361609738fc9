import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { PlaybackTrace } from '../../../core/measures/trace.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { contactKey, journeyTold } from '../../../core/playback/journey.ts';
import { kindOf, teamOf } from '../../../core/playback/places.ts';
import type { Replay } from '../../../core/playback/replay.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { Panel } from '../Panel.tsx';
import { contactName } from './contactName.ts';
import classes from './Playback.module.css';

interface JourneysProps {
  readonly plan: Plan;
  readonly traces: readonly PlaybackTrace[];
  /** The state that is shown; null while nothing is known of it. */
  readonly replay: Replay | null;
  readonly isPlaying: boolean;
  readonly dayStart: number;
  readonly followed: string | null;
  readonly onFollow: (key: string | null) => void;
}

const mostListed = 8;

/** One journey in words; without one, those who have waited longest to choose from. */
export function Journeys(props: JourneysProps) {
  const { followed } = props;
  return followed === null ? <Choice {...props} /> : <Told {...props} followed={followed} />;
}

function Choice({ plan, replay, isPlaying, onFollow }: JourneysProps) {
  const texts = useText();
  const { t, say, format } = texts;
  const waiting = replay === null || isPlaying ? [] : longest(replay);
  return (
    <Panel title={t('playback.journeys.title')} explanation={t('playback.journeys.choose')}>
      {isPlaying && <p className={classes.hint}>{t('playback.journeys.paused')}</p>}
      {!isPlaying && waiting.length === 0 && <p className={classes.hint}>{t('playback.journeys.nobody')}</p>}
      <ul className={classes.list}>
        {waiting.map(({ contact, team, seconds }) => {
          const entry = replay?.trace.contacts[contact];
          if (entry === undefined) return null;
          const name = contactName(texts, plan, entry);
          return (
            <li key={contact}>
              <span>
                {t('playback.journeys.waits', {
                  contact: name,
                  team: say(plan.teams.find(({ id }) => id === team)?.name),
                  time: format.durationShort(seconds),
                })}
              </span>
              <Button
                variant="default"
                size="compact-sm"
                data-follow={contact}
                aria-label={t('playback.journeys.followOf', { contact: name })}
                onClick={() => onFollow(contactKey(entry))}
              >
                {t('playback.journeys.follow')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function longest(replay: Replay) {
  const { trace, present, places, movedAt, nowSeconds } = replay;
  return [...present]
    .filter((contact) => kindOf(places[contact] as number) === 'line')
    .map((contact) => ({
      contact,
      team: trace.teams[teamOf(places[contact] as number)] ?? '',
      seconds: nowSeconds - (movedAt[contact] as number),
    }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, mostListed);
}

function Told({
  plan,
  traces,
  replay,
  dayStart,
  followed,
  onFollow,
}: JourneysProps & { readonly followed: string }) {
  const texts = useText();
  const { t, say, format } = texts;
  const journey = useMemo(() => journeyTold(traces, followed), [traces, followed]);
  const contact = useMemo(
    () => traces.flatMap(({ contacts }) => contacts).find((one) => contactKey(one) === followed),
    [traces, followed],
  );
  const now = replay?.nowSeconds ?? Number.POSITIVE_INFINITY;
  // What is still to come is not told yet.
  const steps = (journey?.steps ?? []).filter(({ atSeconds }) => atSeconds <= now);
  const time = (seconds: number): string => {
    const whole = Math.max(0, Math.floor(seconds - dayStart));
    return seconds < dayStart ? t('playback.journeys.earlier') : format.clockTime(whole - (whole % 60));
  };
  const title = contact === undefined ? t('playback.journeys.title') : contactName(texts, plan, contact);
  return (
    <Panel
      title={title}
      explanation={t(journey?.beganBefore === true ? 'playback.journeys.before' : 'playback.journeys.told')}
      tools={
        <Button variant="default" size="compact-md" data-unfollow onClick={() => onFollow(null)}>
          {t('playback.journeys.leave')}
        </Button>
      }
    >
      <DataTable
        caption={title}
        rowHead={t('playback.journeys.time')}
        columns={[
          { key: 'step', head: t('playback.journeys.step'), numeric: false },
          { key: 'team', head: t('report.column.teams'), numeric: false },
          { key: 'lasts', head: t('playback.journeys.lasts') },
        ]}
        rows={steps.map(({ atSeconds, step, team, lastsSeconds }, place) => ({
          key: String(place),
          head: time(atSeconds),
          cells: [
            t.has('playback.step', step) ? t.dynamic('playback.step', step) : step,
            say(plan.teams.find(({ id }) => id === team)?.name),
            lastsSeconds === null || atSeconds + lastsSeconds > now || lastsSeconds < 0.5
              ? ''
              : format.durationShort(lastsSeconds),
          ],
        }))}
      />
    </Panel>
  );
}
