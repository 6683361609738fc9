import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './at.module.css';

interface SectionProps {
  readonly title: string;
  /** A sentence on what it is for. */
  readonly intro?: string;
  readonly children: ReactNode;
}

/** A part of a screen that edits: its title, a word on what it is for, and its fields. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <header>
        <Title order={2} id={id} size="h4">
          {title}
        </Title>
        {intro !== undefined && (
          <Text size="sm" c="dimmed" maw="80ch">
            {intro}
          </Text>
        )}
      </header>
      {children}
    </section>
  );
}

/** The sections of a screen one under another. */
export function Sections({ children }: { children: ReactNode }) {
  return <div className={classes.sections}>{children}</div>;
}
