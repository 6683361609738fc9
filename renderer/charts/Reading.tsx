import { measures } from '../../core/measures/catalogue.ts';
import type { Series, SeriesAxis } from '../../core/measures/result.ts';
import { estimateText } from '../text/estimateText.ts';
import { intervalName } from '../text/intervalName.ts';
import { useText } from '../text/TextProvider.tsx';
import type { Point } from './points.ts';
import classes from './SeriesChart.module.css';
import { seriesColours } from './seriesColours.ts';

interface ReadingProps {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload?: Point }[];
  readonly axis: SeriesAxis;
  readonly all: readonly Series[];
}

/** What the chart says at the place of the pointer, for all series at once. */
export function Reading({ active, payload, axis, all }: ReadingProps) {
  const texts = useText();
  const { t, format, direction } = texts;
  const at = payload?.[0]?.payload?.at;
  if (active !== true || at === undefined) return null;
  return (
    <div dir={direction} className={classes.reading}>
      <strong>{intervalName(texts, axis, at)}</strong>
      <dl>
        {all.map(({ measure, values, halfWidths }) => (
          <div key={measure}>
            <dt>
              <span className={classes.swatch} style={{ background: seriesColours[measure] }} />
              {t.dynamic('measures', `${measure}.short`)}
            </dt>
            <dd>
              {estimateText(
                format,
                { value: values[at] ?? null, halfWidth: halfWidths[at] ?? null },
                measures[measure].unit,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
