import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import { UnitName } from '../text/UnitName.tsx';
import { MeasureName } from './MeasureName.tsx';

/** Head of a column: the measure, and its unit where the numbers below leave it out. */
export function MeasureHead({ measure }: { measure: MeasureId }) {
  return (
    <>
      <MeasureName measure={measure} />
      <br />
      <UnitName unit={measures[measure].unit} />
    </>
  );
}
