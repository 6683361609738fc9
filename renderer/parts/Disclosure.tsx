import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Disclosure.module.css';

/** Details on demand. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary>
        <span className={`${classes.turning} mirrored`}>
          <IconChevronRight size={16} aria-hidden />
        </span>
        {title}
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  );
}
