import type { CSSProperties } from 'react';
import classes from './HeatMap.module.css';
import { ScrollFrame } from './ScrollFrame.tsx';

export interface HeatCell {
  /** How strong its colour is, 0..1; null: nothing was observed. */
  readonly strength: number | null;
  /** Plain: more of the same; kept and missed: on which side of what was asked. */
  readonly tone: 'plain' | 'kept' | 'missed';
  /** Short enough for a narrow column. */
  readonly text: string;
}
export interface HeatRow {
  readonly key: string;
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly HeatCell[];
}

interface HeatMapProps {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly HeatRow[];
  /** What the numbers are. */
  readonly note: string;
  /** What weak and strong colours mean. */
  readonly legend: readonly {
    readonly tone: HeatCell['tone'];
    readonly strength: number;
    readonly label: string;
  }[];
}

const tint = (strength: number): CSSProperties =>
  ({ '--strength': `${Math.round(Math.min(1, Math.max(0, strength)) * 100)}%` }) as CSSProperties;

/** A table whose cells are coloured by their figures: each figure stands in its cell, so that no colour has to be read. */
export function HeatMap({ caption, rowHead, columns, rows, note, legend }: HeatMapProps) {
  return (
    <div className={classes.frame}>
      <ScrollFrame label={caption}>
        <table className={classes.map}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{rowHead}</th>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map(({ strength, tone, text }, place) => (
                  <td
                    key={columns[place]?.key}
                    data-tone={strength === null ? 'none' : tone}
                    style={strength === null ? undefined : tint(strength)}
                  >
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      <ul className={classes.legend}>
        {legend.map(({ tone, strength, label }) => (
          <li key={label}>
            <span className={classes.swatch} data-tone={tone} style={tint(strength)} />
            {label}
          </li>
        ))}
        <li>{note}</li>
      </ul>
    </div>
  );
}
