import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './demand.module.css';

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the screen. */
export function Section({ id, title, explanation, controls, children }: SectionProps) {
  const heading = `demand-${id}`;
  return (
    <section className={classes.section} aria-labelledby={heading} data-section={id}>
      <header className={classes.sectionHead}>
        <div className={classes.words}>
          <Title order={3} id={heading} size="h4" tabIndex={-1}>
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw="80ch">
            {explanation}
          </Text>
        </div>
        {controls !== undefined && <div className={classes.controls}>{controls}</div>}
      </header>
      {children}
    </section>
  );
}
