import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './DataTable.module.css';

interface ScrollFrameProps {
  readonly label: string;
  readonly maxHeight?: number;
  readonly children: ReactNode;
}

/** Lets wide content scroll by itself; the keyboard can scroll it as soon as there is something to scroll. */
export function ScrollFrame({ label, maxHeight, children }: ScrollFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void =>
      setScrolls(
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1,
      );
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={frame}
      className={classes.frame}
      style={maxHeight === undefined ? undefined : { maxBlockSize: maxHeight }}
      {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}
