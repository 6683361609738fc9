import type { OutcomesReading, OutcomeYear } from '../../../core/measures/outcomes.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { likelyText, rangeText } from './likelyText.ts';
import classes from './Outcomes.module.css';

const percent = (part: number, whole: number): string =>
  `${whole > 0 ? Math.min(100, (100 * part) / whole) : 0}%`;

/** The customers of the next five years, as support is planned and as if nobody had a bad experience. */
export function YearsAhead({ years }: { years: OutcomesReading['years'] }) {
  const { t, format } = useText();
  const last = years.at(-1);
  if (last === undefined) return null;
  const most = Math.max(
    ...years.flatMap(({ customers, customersAtBest }) => [customers.high, customersAtBest.value]),
  );
  const name = (year: number): string =>
    year === 0 ? t('outcomes.years.now') : t('outcomes.years.after', { count: year });
  const table = (): ChartTable => {
    const columns = (['customers', 'customersAtBest', 'missed'] as const).map((key) => ({
      ...{ key, head: t(`outcomes.years.${key}`), name: t(`outcomes.years.${key}`) },
    }));
    const cell = (figure: OutcomeYear['missed'], unit: 'people' | 'money') => ({
      shown: (
        <>
          {likelyText(format, figure, unit)} <small>{rangeText(format, figure, unit)}</small>
        </>
      ),
      value: figure?.value ?? null,
    });
    return {
      rowHead: t('outcomes.years.year'),
      columns,
      rows: years.map((year) => ({
        ...{ key: String(year.year), head: name(year.year), name: name(year.year) },
        cells: [
          cell(year.customers, 'people'),
          cell(year.customersAtBest, 'people'),
          cell(year.missed, 'money'),
        ],
      })),
    };
  };
  return (
    <ChartFrame
      title={t('outcomes.years.title')}
      explanation={t('outcomes.years.explanation', {
        fewer: likelyText(
          format,
          {
            value: last.customersAtBest.value - last.customers.value,
            low: Math.max(0, last.customersAtBest.low - last.customers.low),
            high: Math.max(0, last.customersAtBest.high - last.customers.high),
          },
          'people',
        ),
      })}
      table={table}
    >
      <ul className={classes.years}>
        {years.map((year) => (
          <li key={year.year}>
            <span className={classes.year}>{name(year.year)}</span>
            <span className={classes.bars}>
              <span className={classes.bar} style={{ inlineSize: percent(year.customers.value, most) }} />
              <span
                className={classes.best}
                style={{ inlineSize: percent(year.customersAtBest.value, most) }}
              />
            </span>
            <span className={classes.count}>
              <span>{likelyText(format, year.customers, 'people')}</span>
              <small>{likelyText(format, year.customersAtBest, 'people')}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.legend}>
        <span className={classes.bar} /> {t('outcomes.years.customers')}
        <span className={classes.best} /> {t('outcomes.years.customersAtBest')}
      </p>
    </ChartFrame>
  );
}
