import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import type { Translate } from '../../locales/translator.ts';

/** The name of a measure and its base unit as words, for heads of tables that leave the window. */
export const measureWords = (t: Translate, measure: MeasureId): string => {
  const name = t.dynamic('measures', `${measure}.name`);
  const { unit } = measures[measure];
  return unit === 'seconds' || unit === 'hours'
    ? t('charts.inUnit', { name, unit: t(`charts.unit.${unit}`) })
    : name;
};
