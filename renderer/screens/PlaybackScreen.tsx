import { Button, Select, Text } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { SimulationResult } from '../../core/measures/result.ts';
import { FailureNote } from '../parts/FailureNote.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Panel } from '../parts/Panel.tsx';
import classes from '../parts/playback/Playback.module.css';
import { Player } from '../parts/playback/Player.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useTraces } from '../state/useTraces.ts';
import { dayAfter } from '../text/planDays.ts';
import { useText } from '../text/TextProvider.tsx';
import { FaultyPlan } from './FaultyPlan.tsx';

/** A day of the planned organisation, as one replication went. */
export function PlaybackScreen({ open }: { open: OpenPlan }) {
  const finished = useSession((session) => session.finished);
  if (open.faults.length > 0) return <FaultyPlan open={open} />;
  return finished === null ? <NotYet /> : <Days open={open} result={finished.result} />;
}

/** Without a run nothing is known of the days. */
function NotYet() {
  const { t } = useText();
  const isRunning = useSession((session) => session.run !== null);
  const simulate = useSession((session) => session.simulate);
  return (
    <Panel title={t('playback.title')} explanation={t('playback.explain')}>
      <div className={classes.waiting}>
        <Text size="sm" role="status">
          {t(isRunning ? 'playback.running' : 'playback.never')}
        </Text>
        {!isRunning && (
          <Button
            mt="md"
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
            onClick={() => void simulate()}
          >
            {t('app.run.simulate')}
          </Button>
        )}
      </div>
    </Panel>
  );
}

const secondsPerDay = 86_400;
const mostReplications = 100_000;
const mostEvents = 400_000;

function Days({ open, result }: { open: OpenPlan; result: SimulationResult }) {
  const { t, format } = useText();
  const days = useMemo(() => daysOf(open, result), [open, result]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [replication, setReplication] = useState(1);
  const worst = useMemo(() => worstDay(result, days), [result, days]);
  const at = chosen ?? worst;
  const day = days[at] ?? days[0];
  const fetched = useTraces(
    day === undefined || open.planHash === null
      ? null
      : {
          planHash: open.planHash,
          seed: result.seed,
          replication: replication - 1,
          fromSeconds: day.fromSeconds,
          toSeconds: day.toSeconds,
          mostEvents,
        },
  );
  if (day === undefined) return null;
  return (
    <Panel
      title={t('playback.title')}
      explanation={t('playback.explain')}
      controls={
        <>
          <Select
            label={t('playback.day')}
            w={400}
            maw="100%"
            searchable={days.length > 14}
            value={String(day.number)}
            allowDeselect={false}
            onChange={(value) => setChosen(Number(value ?? 0))}
            data={days.map(({ number, date }) => ({
              value: String(number),
              label:
                number === worst
                  ? t('playback.worstDay', { day: format.weekdayDate(date) })
                  : format.weekdayDate(date),
            }))}
          />
          <NumberField
            label={t('playback.replication')}
            value={replication}
            onChange={setReplication}
            low={1}
            high={mostReplications}
            whole
          />
        </>
      }
    >
      {fetched.failure === null ? (
        <Player
          key={`${open.planHash} ${day.number} ${replication}`}
          plan={open.plan}
          fetched={fetched}
          fromSeconds={day.fromSeconds}
          toSeconds={day.toSeconds}
        />
      ) : (
        <FailureNote failure={fetched.failure} />
      )}
    </Panel>
  );
}

interface PlayedDay {
  readonly number: number;
  readonly date: string;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The local days of the horizon; where the result has folded them onto a week, days of 24 hours. */
function daysOf({ plan }: OpenPlan, { axis, horizonSeconds }: SimulationResult): readonly PlayedDay[] {
  const isFolded = axis.kind === 'week';
  const end = isFolded ? horizonSeconds : Math.min(horizonSeconds, axis.intervals * axis.intervalSeconds);
  const starts = isFolded
    ? Array.from({ length: Math.ceil(end / secondsPerDay) }, (_, day) => day * secondsPerDay)
    : axis.dayStartsSeconds.filter((start) => start < end);
  return starts.map((fromSeconds, number) => ({
    number,
    date: dayAfter(isFolded ? plan.horizon.start : axis.startDate, number),
    fromSeconds,
    toSeconds: Math.min(end, starts[number + 1] ?? end),
  }));
}

/** The day on which most wait on average; of a folded year, in its first week after the warm-up. */
function worstDay({ axis, series, warmUpSeconds }: SimulationResult, days: readonly PlayedDay[]): number {
  const queue = series.find(
    ({ measure, scope }) => measure === 'queueLengthMeanContacts' && scope === 'total',
  );
  const counted = days.filter(({ fromSeconds }) => fromSeconds >= warmUpSeconds);
  const [first] = counted;
  if (first === undefined || queue === undefined || axis.kind === 'week') return first?.number ?? 0;
  const peakOf = ({ fromSeconds, toSeconds }: PlayedDay): number =>
    queue.values
      .slice(Math.floor(fromSeconds / axis.intervalSeconds), Math.floor(toSeconds / axis.intervalSeconds))
      .reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return counted.reduce((worst, day) => (peakOf(day) > peakOf(worst) ? day : worst), first).number;
}
