import { Text } from '@mantine/core';
import type { CrossTrainingStep, PooledSplit } from '../../../core/measures/pooling.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { DataTable } from '../DataTable.tsx';
import { Panel } from '../Panel.tsx';
import classes from './matters.module.css';
import type { TypedKind } from './typedKind.ts';

interface PooledFiguresProps {
  /** Those that were asked about, in the order of the answer. */
  readonly kinds: readonly TypedKind[];
  readonly split: PooledSplit;
}

/** Agents pooled, split and with some who do everything; a bar for each step between; what each team costs. */
export function PooledFigures({ kinds, split }: PooledFiguresProps) {
  const texts = useText();
  const { t, format } = texts;
  const { price, training } = split;
  const { most } = training;
  return (
    <div className={classes.stack}>
      <dl className={classes.figures} data-pooled={price.pooled.agents} data-split={price.splitAgents}>
        <div>
          <dt>{t('matters.pool.pooled')}</dt>
          <dd>{t('matters.pool.agents', { count: price.pooled.agents })}</dd>
        </div>
        {most !== null && (
          <div>
            <dt>{t('matters.pool.trained', { able: format.integer(most.able) })}</dt>
            <dd>{t('matters.pool.agents', { count: most.agents })}</dd>
          </div>
        )}
        <div>
          <dt>{t('matters.pool.split')}</dt>
          <dd>{t('matters.pool.agents', { count: price.splitAgents })}</dd>
        </div>
      </dl>
      <Text fw={600} role="status">
        {priceText(texts, price.price)}{' '}
        {most !== null &&
          t('matters.pool.most', {
            able: format.integer(most.able),
            agents: format.integer(most.agents),
            won: format.percent(most.wonBack, 0),
          })}
        {most === null && price.price > 0 && t('matters.pool.noMost')}
      </Text>
      <Text size="sm" c="dimmed">
        {t(price.isExact ? 'matters.pool.exact' : 'matters.pool.means')}
      </Text>
      {training.steps.length > 1 && (
        <ChartFrame
          plain
          title={t('matters.pool.chart.title')}
          explanation={t('matters.pool.chart.explanation')}
          table={() => stepTable(texts, training.steps)}
        >
          <Steps steps={training.steps} />
        </ChartFrame>
      )}
      <EachTeam kinds={kinds} split={split} />
    </div>
  );
}

function priceText({ t }: Texts, price: number): string {
  if (price === 0) return t('matters.pool.free');
  return price < 0 ? t('matters.pool.gain', { count: -price }) : t('matters.pool.price', { count: price });
}

function Steps({ steps }: { steps: readonly CrossTrainingStep[] }) {
  const { t, format } = useText();
  const widest = Math.max(...steps.map(({ agents }) => agents));
  const width = (count: number) => ({ inlineSize: `${(100 * count) / widest}%` });
  return (
    <div className={classes.stack}>
      <div className={classes.steps} aria-hidden="true">
        {steps.map(({ agents, able }) => [
          <span key={`${agents} able`}>{format.integer(able)}</span>,
          <div key={agents} className={classes.step}>
            <span data-of="specialists" style={width(agents - able)} />
            <span data-of="able" style={width(able)} />
          </div>,
          <span key={`${agents} agents`}>{t('matters.pool.agents', { count: agents })}</span>,
        ])}
      </div>
      <div className={classes.legend}>
        <span>
          <span className={classes.swatch} data-of="specialists" />
          {t('matters.pool.chart.specialists')}
        </span>
        <span>
          <span className={classes.swatch} data-of="able" />
          {t('matters.pool.chart.able')}
        </span>
      </div>
    </div>
  );
}

function stepTable({ t, format }: Texts, steps: readonly CrossTrainingStep[]): ChartTable {
  const column = (key: string, name: string) => ({ key, head: name, name });
  return {
    rowHead: t('matters.pool.chart.head'),
    columns: [column('agents', t('matters.pool.chart.all')), column('won', t('matters.pool.chart.won'))],
    rows: steps.map(({ agents, able, wonBack }) => ({
      key: String(agents),
      name: String(able),
      head: format.integer(able),
      cells: [
        { shown: format.integer(agents), value: agents },
        { shown: format.percent(wonBack, 0), value: wonBack },
      ],
    })),
  };
}

function EachTeam({ kinds, split: { price } }: PooledFiguresProps) {
  const { t, format } = useText();
  const level = (share: number | undefined): string =>
    share === undefined ? NO_VALUE : format.percent(share, 0);
  return (
    <Panel plain title={t('matters.pool.each.title')} explanation={t('matters.pool.each.explanation')}>
      <DataTable
        caption={t('matters.pool.each.title')}
        rowHead={t('matters.pool.each.team')}
        columns={(['agents', 'price', 'busy', 'inTime', 'divided', 'dividedTime'] as const).map((key) => ({
          key,
          head: t(`matters.pool.each.${key}`),
        }))}
        rows={price.teams.map((team, place) => {
          const divided = price.sameAgents?.[place];
          return {
            key: kinds[place]?.key ?? String(place),
            head: <bdi>{kinds[place]?.name}</bdi>,
            cells: [
              format.integer(team.agents),
              format.number(price.priceOfEach[place] ?? 0, { decimals: 0, sign: 'always' }),
              level(team.occupancy),
              level(team.serviceLevels[0]),
              divided === undefined ? NO_VALUE : format.integer(divided.agents),
              level(divided?.serviceLevels[0]),
            ],
          };
        })}
      />
    </Panel>
  );
}
