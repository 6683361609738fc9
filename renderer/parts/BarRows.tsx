import type { CSSProperties, ReactNode } from 'react';
import classes from './results/Results.module.css';

export interface BarPart {
  readonly key: string;
  readonly value: number;
  /** Variable of the theme. */
  readonly ink: string;
}
export interface BarRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly parts: readonly BarPart[];
  readonly total: ReactNode;
}

interface BarRowsProps {
  readonly rows: readonly BarRow[];
  readonly legend: readonly { readonly key: string; readonly ink: string; readonly label: string }[];
}

/** Bars beneath each other on one scale from nothing to the longest, each parted by what it is made of. */
export function BarRows({ rows, legend }: BarRowsProps) {
  const sumOf = ({ parts }: BarRow): number => parts.reduce((sum, { value }) => sum + value, 0);
  const longest = rows.reduce((most, row) => Math.max(most, sumOf(row)), 0) || 1;
  return (
    <>
      <div className={classes.bars}>
        {rows.flatMap((row) => [
          <span key={`${row.key}/name`} className={classes.name}>
            {row.name}
          </span>,
          <span key={`${row.key}/bar`} className={classes.bar} aria-hidden="true">
            {row.parts
              .filter(({ value }) => value > 0)
              .map(({ key, value, ink }) => (
                <span
                  key={key}
                  className={classes.part}
                  style={
                    { inlineSize: `${(100 * value) / longest}%`, '--ink': `var(${ink})` } as CSSProperties
                  }
                />
              ))}
          </span>,
          <span key={`${row.key}/total`} className={classes.total}>
            {row.total}
          </span>,
        ])}
      </div>
      {legend.length > 1 && (
        <ul className={classes.legend}>
          {legend.map(({ key, ink, label }) => (
            <li key={key}>
              <span className={classes.swatch} style={{ '--ink': `var(${ink})` } as CSSProperties} />
              {label}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
