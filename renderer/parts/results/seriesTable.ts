// The table of a chart over time: a row an interval, a column a measure, each cell the way to how its number came about.
import { createElement } from 'react';
import { measures } from '../../../core/measures/catalogue.ts';
import type { Series, SimulationResult } from '../../../core/measures/result.ts';
import { estimateText } from '../../text/estimateText.ts';
import { intervalName } from '../../text/intervalName.ts';
import { measureWords } from '../../text/measureWords.ts';
import type { Texts } from '../../text/TextProvider.tsx';
import type { ChartTable } from '../chartTable.ts';
import { Figure } from '../Figure.tsx';
import { MeasureHead } from '../MeasureHead.tsx';

/** `skipped` intervals stand before the first one shown: they are not counted. */
export function seriesTable(
  texts: Texts,
  axis: SimulationResult['axis'],
  shown: readonly Series[],
  skipped: number,
): ChartTable {
  const { t, format } = texts;
  return {
    rowHead: t('app.load.interval'),
    maxHeight: 480,
    columns: shown.map(({ measure }) => ({
      key: measure,
      head: createElement(MeasureHead, { measure }),
      name: measureWords(t, measure),
    })),
    rows: (shown[0]?.values ?? []).map((_, at) => ({
      key: String(at),
      head: intervalName(texts, axis, at),
      name: intervalName(texts, axis, at),
      cells: shown.map(({ measure, scope, id, values, halfWidths }) => ({
        value: values[at] ?? null,
        shown: createElement(Figure, {
          key: measure,
          measure,
          subject: { kind: scope, id, part: null },
          interval: at + skipped,
          text: estimateText(
            format,
            { value: values[at] ?? null, halfWidth: halfWidths[at] ?? null },
            measures[measure].unit,
          ),
        }),
      })),
    })),
  };
}
