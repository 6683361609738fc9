import { SegmentedControl, Text, Title } from '@mantine/core';
import { IconChartDots3, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '../text/TextProvider.tsx';
import classes from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** One sentence that says how to read it. */
  readonly explanation: string;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
  /** The same as a table; with it the panel has the switch. */
  readonly table?: () => ReactNode;
}

/** One subject of a page: heading, explanation, chart, and the chart's table. */
export function Panel({ title, explanation, controls, children, table }: PanelProps) {
  const { t } = useText();
  const words = { chart: t('app.panel.chart'), table: t('app.panel.table') };
  const heading = useId();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <section className={classes.panel} aria-labelledby={heading}>
      <header className={classes.head}>
        <div className={classes.words}>
          <Title order={2} id={heading} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw="80ch">
            {explanation}
          </Text>
        </div>
        {table !== undefined && (
          <SegmentedControl
            size="xs"
            aria-label={t('app.panel.view', { title })}
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
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
      </header>
      {controls !== undefined && <div className={classes.controls}>{controls}</div>}
      <div className={classes.body}>{view === 'table' && table !== undefined ? table() : children}</div>
    </section>
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
