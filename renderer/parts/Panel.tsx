import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  readonly title: string;
  /** One sentence that says how to read it. */
  readonly explanation: string;
  /** Beside the title. */
  readonly tools?: ReactNode;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
  /** Inside another card: a part of it. */
  readonly plain?: boolean;
}

/** One subject of a page: heading, explanation and what it is about. A chart has a `parts/ChartFrame.tsx` around it. */
export function Panel({ title, explanation, tools, controls, children, plain = false }: PanelProps) {
  const heading = useId();
  return (
    <section className={classes.panel} data-plain={plain} aria-labelledby={heading}>
      <header className={classes.head}>
        <div className={classes.words}>
          <Title order={plain ? 3 : 2} id={heading} size={plain ? 'h5' : 'h4'}>
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw="80ch">
            {explanation}
          </Text>
        </div>
        {tools}
      </header>
      {controls !== undefined && <div className={classes.controls}>{controls}</div>}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
