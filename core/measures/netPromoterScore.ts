// The standard net promoter score that goes with a mean recommendation of 0-10.
import { normalCdf } from '../numerics/normalCdf.ts';

/** Promoters answer 9 or 10, detractors 0 to 6; between whole answers the middle divides. */
const promoterFrom = 8.5;
const detractorTo = 6.5;

/**
 * Promoters less detractors, -100..100, where single answers scatter normally around `mean` with standard deviation
 * `spread` (above 0). Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 * Example: with mean 7.5 and any spread there are as many promoters as detractors: 0.
 */
export function netPromoterScore(mean: number, spread: number): number {
  const promoters = normalCdf((mean - promoterFrom) / spread);
  const detractors = normalCdf((detractorTo - mean) / spread);
  return 100 * (promoters - detractors);
}
