// Exponential variates of mean 1 for a run of ordinals of a stream, in one tight loop: made one at a time they cost three times as much.
import { LawSampler, quantileIn } from '../engine/lawSampler.ts';
import { lawKind } from '../engine/laws.ts';
import { firstWord, highWord, lowWord } from '../engine/streams.ts';

const sampler = new LawSampler([{ kind: lawKind.exponential, a: 1, b: 0, table: null, meanSeconds: 1 }]);
const table = sampler.tableOf(0) as Float64Array;

/** Writes the variates of the ordinals from `first` on, each times `scale`; those of sampleAt. */
export function fillExponential(
  into: Float64Array,
  key0: number,
  key1: number,
  first: number,
  scale: number,
): void {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const { length } = into;
  for (let i = 0; i < length; i = (i + 1) | 0) {
    const word = firstWord(k0, (first + i) | 0);
    const high = highWord(word, k1);
    const value = quantileIn(table, high, lowWord(word, high));
    into[i] = scale * (value >= 0 ? value : sampler.sampleAt(0, k0, k1, (first + i) | 0));
  }
}
