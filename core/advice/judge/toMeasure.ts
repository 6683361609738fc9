// The next numbers worth measuring: those that nobody measured and that move the cost most.
import type { NumberToMeasure } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { amountOf, toMeasure } from '../say.ts';
import { swingsOf } from './swings.ts';

const mostShown = 5;

export const numbersToMeasure = (choices: Choices): readonly NumberToMeasure[] =>
  swingsOf(choices)
    .filter(({ figure }) => figure.status !== 'given')
    .map(({ figure, down, up }) => ({ figure, swing: down + up }))
    .toSorted((one, two) => two.swing - one.swing)
    .slice(0, mostShown)
    .map(({ figure, swing }) => ({
      text: toMeasure(figure.name, {
        ...(figure.of !== null && { of: figure.of }),
        swing: amountOf(swing, 'fraction'),
      }),
      field: figure.field,
      costSwing: swing,
    }));
