import { IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import type { StressResult, StressRow, StressStep } from '../../../core/measures/stress.ts';
import { stressNews } from '../../../core/report/stressNews.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { StressDetail } from './StressDetail.tsx';
import type { ChosenSize } from './StressPart.tsx';
import classes from './stress.module.css';
import { happeningText, promisesText, rowKey, sizeText } from './stressWords.ts';

interface StressTableProps {
  readonly result: StressResult;
  readonly open: OpenPlan;
  readonly chosen: ChosenSize | null;
  readonly onChoose: (size: ChosenSize) => void;
}

/** What may happen, what breaks a promise soonest first; each size is a button that shows it in full, under its row. */
export function StressTable({ result, open, chosen, onChoose }: StressTableProps) {
  const texts = useText();
  const { t } = texts;
  return (
    <div className={classes.stack} data-stresses={result.rows.length}>
      <DataTable
        caption={t('stress.panel')}
        rowHead={t('stress.column.what')}
        columns={[
          { key: 'sizes', head: t('stress.column.sizes'), numeric: false },
          { key: 'breaks', head: t('stress.column.breaks'), numeric: false },
          { key: 'simulated', head: t('stress.column.simulated'), numeric: false },
        ]}
        rows={result.rows.map((row) => ({
          key: rowKey(row),
          head: happeningText(texts, row),
          cells: [
            <span key="sizes" className={classes.sizes}>
              {row.steps.map((step, place) => (
                <Size
                  key={step.size}
                  result={result}
                  row={row}
                  step={step}
                  isChosen={chosen?.row === rowKey(row) && chosen.place === place}
                  onChoose={() => onChoose({ row: rowKey(row), place })}
                />
              ))}
            </span>,
            <Breaks key="breaks" result={result} row={row} />,
            <Simulated key="simulated" result={result} row={row} />,
          ],
          ...(chosen?.row === rowKey(row) && {
            below: (
              <StressDetail key={chosen.place} result={result} row={row} place={chosen.place} open={open} />
            ),
          }),
        }))}
      />
      <p className={classes.legend}>
        <span data-tone="kept">
          <IconCircleCheckFilled size={14} aria-hidden />
          {t('stress.legend.holds')}
        </span>
        <span data-tone="missed">
          <IconCircleXFilled size={14} aria-hidden />
          {t('stress.legend.breaks')}
        </span>
      </p>
    </div>
  );
}

interface SizeProps {
  readonly result: StressResult;
  readonly row: StressRow;
  readonly step: StressStep;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Size({ result, row, step, isChosen, onChoose }: SizeProps) {
  const texts = useText();
  const { t } = texts;
  const breaks = step.broken.length > 0;
  const Icon = breaks ? IconCircleXFilled : IconCircleCheckFilled;
  const words = { what: happeningText(texts, row), size: sizeText(texts, row, step) };
  return (
    <button
      type="button"
      className={classes.size}
      data-tone={breaks ? 'missed' : 'kept'}
      data-size={step.size}
      aria-pressed={isChosen}
      aria-label={
        breaks
          ? t('stress.sizeBreaks', { ...words, promises: promisesText(texts, result, step.broken) })
          : t('stress.sizeHolds', words)
      }
      onClick={onChoose}
    >
      <Icon size={14} aria-hidden />
      {words.size}
    </button>
  );
}

/** By formula, at the first size at which anything does. */
function Breaks({ result, row }: { result: StressResult; row: StressRow }) {
  const texts = useText();
  if (row.first === null) return texts.t('stress.holds');
  return promisesText(texts, result, row.steps[row.first]?.broken ?? []);
}

/** What the simulation found at that size, or at the largest, beyond what it finds without any stress. */
function Simulated({ result, row }: { result: StressResult; row: StressRow }) {
  const texts = useText();
  const { t } = texts;
  const news = stressNews(result, row);
  if (news === null) return NO_VALUE;
  const { missed, atRisk } = news;
  if (missed.length > 0) return t('stress.surelyMissed', { promises: promisesText(texts, result, missed) });
  if (atRisk.length > 0) return t('stress.atRisk', { promises: promisesText(texts, result, atRisk) });
  return t('stress.simulatedHolds');
}
