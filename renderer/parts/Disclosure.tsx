import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './Disclosure.module.css';

interface DisclosureProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Names it for tests. */
  readonly name?: string;
}

/** Details on demand: they are made when they are opened for the first time. */
export function Disclosure({ title, children, name }: DisclosureProps) {
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <details className={classes.details} onToggle={(event) => event.currentTarget.open && setWasOpened(true)}>
      <summary data-folded={name}>
        <span className={`${classes.turning} mirrored`}>
          <IconChevronRight size={16} aria-hidden />
        </span>
        {title}
      </summary>
      {wasOpened && <div className={classes.inside}>{children}</div>}
    </details>
  );
}
