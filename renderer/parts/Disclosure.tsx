import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './Disclosure.module.css';

/** Details on demand: they are made when they are opened for the first time. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className={classes.details} onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary>
        <span className={`${classes.turning} mirrored`}>
          <IconChevronRight size={16} aria-hidden />
        </span>
        {title}
      </summary>
      {wasOpened && <div className={classes.inside}>{children}</div>}
    </details>
  );
}
