import { Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

interface NoteProps {
  readonly tone: 'plain' | 'risk' | 'missed';
  readonly icon: TablerIcon;
  readonly title: ReactNode;
  readonly role?: 'alert' | 'status' | 'note';
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** A block that says something apart from the figures. Icon, words and colour say the same. */
export function Note({ tone, icon: Icon, title, role = 'note', end, children }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone} role={role}>
      <Icon size={20} stroke={1.75} className={classes.icon ?? ''} aria-hidden />
      <div className={classes.words}>
        <Text component="p" fw={600} size="sm" m={0}>
          {title}
        </Text>
        {children}
      </div>
      {end}
    </div>
  );
}
