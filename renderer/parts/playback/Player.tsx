import { ActionIcon, Button, Select, Text, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
} from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PlaybackTrace } from '../../../core/measures/trace.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { contactKey } from '../../../core/playback/journey.ts';
import { Replay } from '../../../core/playback/replay.ts';
import { worstMoment } from '../../../core/playback/waitingCurve.ts';
import type { Traces } from '../../state/useTraces.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { Journeys } from './Journeys.tsx';
import classes from './Playback.module.css';
import { PlayStage } from './PlayStage.tsx';
import { countsOf } from './picture.ts';
import { PlayClock } from './playClock.ts';
import { Timeline } from './Timeline.tsx';
import { useClock } from './useClock.ts';

interface PlayerProps {
  readonly plan: Plan;
  readonly fetched: Traces;
  /** A local day of the horizon. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

const speeds = [1, 10, 60, 300, 900, 3600] as const;
const usualSpeed = 300;

/** One day of one replication: the stage, its controls, and single journeys. */
export function Player({ plan, fetched, fromSeconds, toSeconds }: PlayerProps) {
  const { t, format } = useText();
  const { traces, isComplete } = fetched;
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const clock = useMemo(
    () => new PlayClock({ fromSeconds, toSeconds, isStill }),
    [fromSeconds, toSeconds, isStill],
  );
  const [speed, setSpeed] = useState<number>(usualSpeed);
  const [followed, setFollowed] = useState<string | null>(null);
  const { nowSeconds, isPlaying } = useClock(clock);
  const replayNow = useReplays(clock, traces, isComplete);
  const worst = useMemo(() => worstMoment(traces), [traces]);
  // The picture follows at once, also where nothing plays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new trace is a new picture.
  useEffect(() => clock.seek(clock.nowSeconds), [clock, traces, followed]);
  useEffect(() => {
    clock.speed = speed;
  }, [clock, speed]);

  const followedIn = useCallback(
    (replay: Replay): number | null => {
      if (followed === null) return null;
      const place = contactsOf(replay.trace).get(followed);
      return place !== undefined && replay.present.has(place) ? place : null;
    },
    [followed],
  );
  const choose = useCallback((replay: Replay, contact: number) => {
    const entry = replay.trace.contacts[contact];
    if (entry !== undefined) setFollowed(contactKey(entry));
  }, []);
  const jump = (): void => {
    if (worst === null) return;
    clock.pause();
    clock.seek(worst.atSeconds);
  };
  const toggle = (): void => (isPlaying ? clock.pause() : clock.play());
  const isWaiting = !isComplete && nowSeconds >= clock.knownToSeconds;
  const replay = replayNow();
  const label = isPlaying ? t('playback.pause') : t('playback.play');

  return (
    <section
      className={classes.player}
      aria-label={t('playback.player')}
      data-playing={isPlaying}
      data-complete={isComplete}
    >
      <div className={classes.controls}>
        <div className={classes.buttons}>
          <Tooltip label={t('playback.toStart')} withinPortal={false}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('playback.toStart')}
              onClick={() => clock.seek(fromSeconds)}
            >
              <IconPlayerSkipBackFilled size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Button
            data-play
            leftSection={
              isPlaying ? (
                <IconPlayerPauseFilled size={18} aria-hidden />
              ) : (
                <IconPlayerPlayFilled size={18} aria-hidden />
              )
            }
            onClick={toggle}
          >
            {label}
          </Button>
          <Button
            variant="default"
            data-worst
            disabled={worst === null}
            leftSection={<IconAlertTriangle size={18} stroke={1.75} aria-hidden />}
            onClick={jump}
          >
            {t('playback.worst')}
          </Button>
        </div>
        <Select
          label={t('playback.speed.label')}
          data-speed
          w={190}
          value={String(speed)}
          allowDeselect={false}
          onChange={(value) => setSpeed(Number(value ?? usualSpeed))}
          data={speeds.map((one) => ({
            value: String(one),
            label:
              one === 1 ? t('playback.speed.real') : t('playback.speed.of', { time: format.duration(one) }),
          }))}
        />
        <span className={classes.clock} data-clock>
          {format.clockTime(Math.floor(Math.max(0, nowSeconds - fromSeconds) / 60) * 60)}
        </span>
      </div>
      <Timeline
        traces={traces}
        fromSeconds={fromSeconds}
        toSeconds={toSeconds}
        nowSeconds={nowSeconds}
        onSeek={(at) => clock.seek(at)}
      />
      <Summary replay={replay} isLive={!isPlaying} isWaiting={isWaiting} isStill={isStill} />
      <PlayStage
        plan={plan}
        clock={clock}
        replayNow={replayNow}
        isStill={isStill}
        followedIn={followedIn}
        onChoose={choose}
      />
      <Legend />
      <div className={classes.columns}>
        <Journeys
          plan={plan}
          traces={traces}
          replay={replay}
          isPlaying={isPlaying}
          dayStart={fromSeconds}
          followed={followed}
          onFollow={setFollowed}
        />
        <Disclosure title={t('playback.numbers')}>
          <Numbers plan={plan} replay={replay} />
        </Disclosure>
      </div>
    </section>
  );
}

const places = new WeakMap<PlaybackTrace, ReadonlyMap<string, number>>();
/** Places of the contacts of a trace by their keys. */
function contactsOf(trace: PlaybackTrace): ReadonlyMap<string, number> {
  let known = places.get(trace);
  if (known === undefined) {
    known = new Map(trace.contacts.map((contact, place) => [contactKey(contact), place]));
    places.set(trace, known);
  }
  return known;
}

/** The state at the instant of the clock, from whichever trace tells of it. */
function useReplays(
  clock: PlayClock,
  traces: readonly PlaybackTrace[],
  isComplete: boolean,
): () => Replay | null {
  const replays = useRef(new Map<PlaybackTrace, Replay>());
  const last = traces.at(-1);
  clock.knownToSeconds = isComplete ? clock.toSeconds : (last?.toSeconds ?? clock.fromSeconds);
  return useCallback(() => {
    const now = clock.nowSeconds;
    const trace = traces.findLast(({ fromSeconds }) => fromSeconds <= now) ?? traces[0];
    if (trace === undefined) return null;
    let replay = replays.current.get(trace);
    if (replay === undefined) {
      replay = new Replay(trace);
      replays.current.set(trace, replay);
    }
    replay.seek(now);
    return replay;
  }, [clock, traces]);
}

/** The moment in one sentence; said by itself only where nothing plays. */
function Summary({
  replay,
  isLive,
  isWaiting,
  isStill,
}: {
  readonly replay: Replay | null;
  readonly isLive: boolean;
  readonly isWaiting: boolean;
  readonly isStill: boolean;
}) {
  const { t, format } = useText();
  const counts = replay === null ? [] : countsOf(replay);
  const sum = (of: (count: (typeof counts)[number]) => number): string =>
    format.integer(counts.reduce((whole, count) => whole + of(count), 0));
  return (
    <Text
      component="p"
      size="sm"
      className={classes.sentence ?? ''}
      data-summary
      {...(isLive && { role: 'status' })}
    >
      {replay === null || isWaiting
        ? t('playback.fetching')
        : t('playback.summary', {
            waiting: sum(({ waiting }) => waiting),
            busy: sum(({ busy }) => busy),
            onDuty: sum(({ onDuty }) => onDuty),
          })}
      {isStill && ` ${t('playback.still')}`}
    </Text>
  );
}

const keys = [
  { id: 'waiting', ink: '--chart-2', isRing: false },
  { id: 'handled', ink: '--chart-3', isRing: false },
  { id: 'free', ink: '--line-strong', isRing: true },
  { id: 'outside', ink: '--line-strong', isRing: false },
  { id: 'department', ink: '--chart-4', isRing: false },
  { id: 'solved', ink: '--kept', isRing: false },
  { id: 'lost', ink: '--missed', isRing: false },
] as const;

function Legend() {
  const { t } = useText();
  return (
    <ul className={classes.legend}>
      {keys.map(({ id, ink, isRing }) => (
        <li key={id}>
          <span
            className={classes.key}
            data-ring={isRing}
            style={{ '--ink': `var(${ink})` } as React.CSSProperties}
          />
          {t(`playback.legend.${id}`)}
        </li>
      ))}
      <li>{t('playback.legend.counts')}</li>
    </ul>
  );
}

function Numbers({ plan, replay }: { plan: Plan; replay: Replay | null }) {
  const { t, say, format } = useText();
  const counts = replay === null ? [] : countsOf(replay);
  return (
    <DataTable
      caption={t('playback.numbers')}
      rowHead={t('report.column.teams')}
      columns={(['waiting', 'busy', 'onDuty'] as const).map((key) => ({
        key,
        head: t(`playback.column.${key}`),
      }))}
      rows={counts.map(({ team, waiting, busy, onDuty }) => ({
        key: team,
        head: say(plan.teams.find(({ id }) => id === team)?.name) || team,
        cells: [format.integer(waiting), format.integer(busy), format.integer(onDuty)],
      }))}
    />
  );
}
