import { describe, expect, it } from 'vitest';
import { type Coverage, coverageOf, coverageStudies } from '../support/coverage.ts';

// T6: 93 to 97 % of a thousand experiments pass a correct engine 99.7 % of the time and one of 91 % coverage 1.3 %.
const extent = { experiments: 1000, replications: 20 };

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const line = ({ figure, truth, covered, below, above, meanHalfWidth, bias }: Coverage): string =>
  [
    figure.padEnd(36),
    `truth ${truth.toPrecision(6)}`.padEnd(18),
    `covered ${percent(covered)} (below ${percent(below)}, above ${percent(above)})`,
    `half-width ${meanHalfWidth.toPrecision(3)}, bias ${bias.toFixed(3)} of it`,
  ].join('  ');

describe.each(coverageStudies.map((study) => [study().name, study] as const))(
  'T6: the intervals of 95 percent of $0',
  (name, study) => {
    it('cover the truth in 93 to 97 % of a thousand experiments', () => {
      const found = coverageOf(study(), extent);
      process.stdout.write(`${[name, ...found.map(line)].join('\n  ')}\n`);
      expect(found.length).toBeGreaterThanOrEqual(5);
      expect(found.filter(({ covered }) => !(covered >= 0.93 && covered <= 0.97))).toEqual([]);
    });
  },
);

describe('the measurement of coverage', () => {
  it('notices intervals about another truth', () => {
    const [study] = coverageStudies;
    if (study === undefined) throw new Error('no study');
    const { figures, ...rest } = study();
    const off = figures.map((figure) => ({ ...figure, truth: 1.1 * figure.truth }));
    const found = coverageOf({ ...rest, figures: off }, { experiments: 40, replications: 20 });
    expect(found.filter(({ covered }) => covered < 0.9).length).toBeGreaterThan(2);
  });
});
