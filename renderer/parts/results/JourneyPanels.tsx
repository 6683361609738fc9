import { useInViewport } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { SimulationResult } from '../../../core/measures/result.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import {
  type FlowKind,
  flowKinds,
  type JourneySample,
  journeySample,
} from '../../../core/playback/journeySample.ts';
import type { OpenPlan } from '../../state/session.ts';
import { useTraces } from '../../state/useTraces.ts';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { type BarRow, BarRows } from '../BarRows.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { FailureNote } from '../FailureNote.tsx';
import { Panel } from '../Panel.tsx';
import { FlowPicture } from './FlowPicture.tsx';
import type { FlowNode } from './flowLayout.ts';
import classes from './Results.module.css';

const mostEvents = 120_000;
const mostSeconds = 7 * 86_400;

/** Ways and time of the journeys of one replication: fetched when they come into sight. */
export function JourneyPanels({ open, result }: { open: OpenPlan; result: SimulationResult }) {
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (inViewport) setWanted(true);
  }, [inViewport]);
  const { seed, warmUpSeconds, horizonSeconds, axis } = result;
  const end = Math.min(
    horizonSeconds,
    axis.kind === 'week' ? Infinity : axis.intervals * axis.intervalSeconds,
  );
  const { traces, isComplete, failure } = useTraces(
    isWanted && open.planHash !== null
      ? {
          planHash: open.planHash,
          seed,
          replication: 0,
          fromSeconds: warmUpSeconds,
          toSeconds: Math.min(end, warmUpSeconds + mostSeconds),
          mostEvents,
        }
      : null,
  );
  const sample = useMemo(() => (isComplete ? journeySample(traces) : null), [traces, isComplete]);
  return (
    <div ref={ref} className={classes.group} data-journeys={sample !== null}>
      {failure !== null ? (
        <FailureNote failure={failure} />
      ) : sample === null ? (
        <Waiting />
      ) : (
        <>
          <Ways plan={open.plan} sample={sample} />
          <Times plan={open.plan} sample={sample} />
        </>
      )}
    </div>
  );
}

function Waiting() {
  const { t } = useText();
  return (
    <Panel title={t('results.ways.title')} explanation={t('results.ways.fetching')}>
      <div className={classes.waiting} />
    </Panel>
  );
}

const colours: Readonly<Record<FlowKind, string>> = {
  arrival: '--line-strong',
  dispatch: '--line-strong',
  overflow: '--chart-2',
  functional: '--chart-1',
  hierarchical: '--chart-4',
  department: '--chart-3',
  moved: '--chart-2',
  again: '--risk',
  solved: '--kept',
  lost: '--missed',
};
const ends = ['solved', 'department', 'again', 'lost'] as const;
const isEnd = (kind: FlowKind): kind is (typeof ends)[number] => ends.some((end) => end === kind);

/** What the sample is of, for the sentence above the chart. */
function basis({ t, format }: Texts, sample: JourneySample): string {
  return t('results.sample', {
    count: sample.arrivedContacts,
    time: format.duration(sample.toSeconds - sample.fromSeconds),
  });
}

/** Channels first, then the teams tier by tier, then the ends. */
function nodesOf({ t, say }: Texts, plan: Plan): readonly FlowNode[] {
  const tiers = plan.tiers.map(({ id }) => id);
  const dispatchers = new Set(plan.channels.map(({ dispatcher }) => dispatcher?.team));
  const layerOf = (team: Plan['teams'][number]): number => {
    if (dispatchers.has(team.id)) return 1;
    const tier = team.tier === undefined ? -1 : tiers.indexOf(team.tier);
    return tier === -1 ? tiers.length + 2 : tier + 2;
  };
  return [
    ...plan.channels.map(({ id, name }) => ({ key: `channel/${id}`, label: say(name), layer: 0 })),
    ...plan.teams.map((team) => ({ key: `team/${team.id}`, label: say(team.name), layer: layerOf(team) })),
    ...ends.map((end) => ({
      key: `end/${end}`,
      label: t(`results.ways.end.${end}`),
      layer: tiers.length + 3,
    })),
  ];
}

function Ways({ plan, sample }: { plan: Plan; sample: JourneySample }) {
  const texts = useText();
  const { t, format } = texts;
  const nodes = useMemo(() => nodesOf(texts, plan), [texts, plan]);
  const channels = useMemo(() => new Set(plan.channels.map(({ id }) => id)), [plan]);
  const bands = useMemo(
    () =>
      sample.flows.map(({ kind, from, to, contacts }) => ({
        kind,
        // An id may be that of a channel and of a team; only what never reached a team ends at its channel.
        from:
          kind === 'arrival' || (isEnd(kind) && isOnlyChannel(plan, channels, from))
            ? `channel/${from}`
            : `team/${from}`,
        to: isEnd(kind) ? `end/${kind}` : `team/${to}`,
        value: contacts,
      })),
    [sample, plan, channels],
  );
  const names = new Map(nodes.map(({ key, label }) => [key, label]));
  const present = flowKinds.filter((kind) => bands.some((band) => band.kind === kind));
  const table = (): ChartTable => ({
    rowHead: t('results.ways.from'),
    maxHeight: 480,
    columns: [
      { key: 'to', head: t('results.ways.to'), name: t('results.ways.to'), numeric: false },
      { key: 'kind', head: t('results.ways.how'), name: t('results.ways.how'), numeric: false },
      { key: 'contacts', head: t('results.ways.contacts'), name: t('results.ways.contacts') },
    ],
    rows: bands
      .toSorted((a, b) => b.value - a.value)
      .map(({ from, to, kind, value }) => {
        const [start, end, how] = [
          names.get(from) ?? from,
          names.get(to) ?? to,
          t(`results.ways.kind.${kind}`),
        ];
        return {
          key: `${from} ${to} ${kind}`,
          head: start,
          name: start,
          cells: [
            { shown: end, value: end },
            { shown: how, value: how },
            { shown: format.integer(value), value },
          ],
        };
      }),
  });
  return (
    <ChartFrame
      title={t('results.ways.title')}
      explanation={`${t('results.ways.explain')} ${basis(texts, sample)}`}
      table={table}
    >
      <FlowPicture
        label={t('results.ways.title')}
        nodes={nodes}
        bands={bands}
        colours={colours}
        figure={(value) => format.integer(value)}
      />
      <ul className={classes.legend}>
        {present.map((kind) => (
          <li key={kind}>
            <span
              className={classes.swatch}
              style={{ '--ink': `var(${colours[kind]})` } as React.CSSProperties}
            />
            {t(`results.ways.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

const isOnlyChannel = (plan: Plan, channels: ReadonlySet<string>, id: string): boolean =>
  channels.has(id) && !plan.teams.some((team) => team.id === id);

const stages = [
  { key: 'waiting', ink: '--chart-2' },
  { key: 'handling', ink: '--chart-3' },
  { key: 'department', ink: '--chart-4' },
  { key: 'outside', ink: '--line-strong' },
] as const;
type Stage = (typeof stages)[number]['key'];

interface TimeRow {
  readonly key: string;
  readonly name: string;
  readonly seconds: Readonly<Record<Stage, number>>;
}

/** Seconds for each contact that came, by the place where they went. */
function timeRows({ t, say }: Texts, plan: Plan, sample: JourneySample): readonly TimeRow[] {
  const each = (seconds: number): number => seconds / Math.max(1, sample.arrivedContacts);
  const none = { waiting: 0, handling: 0, department: 0, outside: 0 };
  const rows: TimeRow[] = [
    {
      key: 'before',
      name: t('results.time.before'),
      seconds: { ...none, outside: each(sample.beforeSeconds) },
    },
    ...plan.teams.flatMap(({ id, name }): readonly TimeRow[] => {
      const found = sample.teams.find(({ team }) => team === id);
      if (found === undefined) return [];
      return [
        {
          key: `team/${id}`,
          name: say(name),
          seconds: {
            ...none,
            waiting: each(found.waitingSeconds),
            handling: each(found.handlingSeconds),
            department: each(found.departmentSeconds),
          },
        },
      ];
    }),
    {
      key: 'between',
      name: t('results.time.between'),
      seconds: { ...none, outside: each(sample.betweenSeconds) },
    },
  ];
  return rows.filter(({ seconds }) => sumOf(seconds) > 0);
}

const sumOf = (seconds: TimeRow['seconds']): number => stages.reduce((sum, { key }) => sum + seconds[key], 0);

function Times({ plan, sample }: { plan: Plan; sample: JourneySample }) {
  const texts = useText();
  const { t, format } = texts;
  const rows = timeRows(texts, plan, sample);
  const whole = rows.reduce((sum, { seconds }) => sum + sumOf(seconds), 0);
  const waiting = rows.reduce((sum, { seconds }) => sum + seconds.waiting, 0);
  const legend = stages
    .filter(({ key }) => rows.some(({ seconds }) => seconds[key] > 0))
    .map(({ key, ink }) => ({ key, ink, label: t(`results.time.stage.${key}`) }));
  const bars: readonly BarRow[] = rows.map(({ key, name, seconds }) => ({
    key,
    name,
    parts: stages.map((stage) => ({ ...stage, value: seconds[stage.key] })),
    total: format.durationShort(sumOf(seconds)),
  }));
  const table = (): ChartTable => ({
    rowHead: t('results.time.where'),
    columns: [
      ...legend.map(({ key, label }) => ({ key, label })),
      { key: 'all', label: t('results.time.all') },
    ].map(({ key, label }) => ({
      key,
      head: label,
      name: t('charts.inUnit', { name: label, unit: t('charts.unit.seconds') }),
    })),
    rows: rows.map(({ key, name, seconds }) => ({
      key,
      name,
      head: name,
      cells: [...legend.map((stage) => seconds[stage.key]), sumOf(seconds)].map((value) => ({
        value,
        shown: format.durationShort(value),
      })),
    })),
  });
  return (
    <ChartFrame
      title={t('results.time.title')}
      explanation={`${t('results.time.explain', {
        whole: format.durationShort(whole),
        share: format.percent(whole === 0 ? 0 : waiting / whole, 0),
      })} ${basis(texts, sample)}`}
      table={table}
    >
      <BarRows rows={bars} legend={legend} />
    </ChartFrame>
  );
}
