import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconChartDots3, IconCopy, IconInfoCircle, IconTable } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { copyText } from '../client/copyText.ts';
import type { AskedNumber } from '../state/explainSlice.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './ChartFrame.module.css';
import { type ChartTable, sheetOf } from './chartTable.ts';
import { DataTable } from './DataTable.tsx';
import { Panel } from './Panel.tsx';
import { PictureMenu } from './pictures/PictureMenu.tsx';
import { pagePicture } from './pictures/pagePicture.ts';
import { pageShapes } from './pictures/pageShapes.ts';

interface ChartFrameProps {
  readonly title: string;
  /** One sentence that says how to read it. */
  readonly explanation: string;
  readonly controls?: ReactNode;
  /** The chart. What is not for its picture has `data-no-picture`. */
  readonly children: ReactNode;
  /** The same figures as a table; none while there are no figures yet. */
  readonly table?: () => ChartTable;
  /** The number whose explanation is the chart's. */
  readonly about?: Pick<AskedNumber, 'measure' | 'subject'> & Partial<AskedNumber>;
  /** Words below it that belong neither to the picture nor to the table. */
  readonly notes?: ReactNode;
  /** Part of another card: without a frame of its own. */
  readonly plain?: boolean;
}

/** Every chart: its title, a sentence, its table that goes into a spreadsheet, its picture, and where its numbers come from. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, explanation, controls, children, table, about, notes, plain = false } = props;
  const { t, say, direction } = useText();
  const planName = useSession((session) => session.open?.plan.name);
  const explain = useSession((session) => session.explain);
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [said, setSaid] = useState('');
  const chart = useRef<HTMLDivElement>(null);
  const words = { chart: t('charts.chart'), table: t('charts.table') };
  const isTable = view === 'table' && table !== undefined;

  const draw = (fonts: Parameters<typeof pagePicture>[1]): string => {
    const shapes = chart.current === null ? { shapes: [], width: 0, height: 0 } : pageShapes(chart.current);
    return pagePicture(
      {
        ...shapes,
        title: planName === undefined ? title : t('charts.pictureTitle', { plan: say(planName), title }),
        sentence: explanation,
        isRtl: direction === 'rtl',
      },
      fonts,
    );
  };
  const copy = async (): Promise<void> => {
    if (table === undefined) return;
    const sheet = table();
    const done = await copyText(sheetOf(sheet));
    setSaid(done ? t('charts.copied', { count: sheet.rows.length }) : t('charts.notCopied'));
  };

  return (
    <Panel
      title={title}
      explanation={explanation}
      controls={controls}
      plain={plain}
      tools={
        <div className={classes.tools}>
          <span role="status" className={classes.said}>
            {said}
          </span>
          {about !== undefined && (
            <Tooltip label={t('charts.explain')} withinPortal={false}>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('charts.explainOf', { title })}
                data-explain-chart
                onClick={() => void explain({ interval: null, by: 'simulation', ...about })}
              >
                <IconInfoCircle size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          {isTable ? (
            <Button
              variant="default"
              size="sm"
              h={34}
              leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
              data-copy
              onClick={() => void copy()}
            >
              {t('charts.copy')}
            </Button>
          ) : (
            table !== undefined && <PictureMenu draw={draw} fileName={title} of={title} onFailure={setSaid} />
          )}
          {table !== undefined && (
            <SegmentedControl
              size="xs"
              h={34}
              aria-label={t('charts.view', { title })}
              value={view}
              onChange={(value) => {
                setSaid('');
                setView(value === 'table' ? 'table' : 'chart');
              }}
              data={[
                {
                  value: 'chart',
                  label: <ViewLabel icon={<IconChartDots3 size={16} />} word={words.chart} />,
                },
                {
                  value: 'table',
                  label: <ViewLabel icon={<IconTable size={16} />} word={words.table} />,
                },
              ]}
            />
          )}
        </div>
      }
    >
      {isTable ? (
        <TableOfChart caption={title} table={table()} />
      ) : (
        <div ref={chart} className={classes.chart}>
          {children}
        </div>
      )}
      {notes}
    </Panel>
  );
}

function TableOfChart({ caption, table }: { caption: string; table: ChartTable }) {
  const { rowHead, columns, groups, rows, maxHeight } = table;
  return (
    <DataTable
      caption={caption}
      rowHead={rowHead}
      columns={columns}
      {...(groups !== undefined && { groups })}
      {...(maxHeight !== undefined && { maxHeight })}
      rows={rows.map((row) => ({ ...row, cells: row.cells.map(({ shown }) => shown) }))}
    />
  );
}

function ViewLabel({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span className={classes.view}>
      <span aria-hidden="true">{icon}</span>
      <span>{word}</span>
    </span>
  );
}
