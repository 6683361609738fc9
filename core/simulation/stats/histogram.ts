// Durations in a histogram of known relative error: each octave has 32 equal bins, so a bin is at most 1/32 of its lower
// bound wide and a percentile read from it, interpolated inside the bin, is at most 3.1 % off and usually far less.

const binsPerOctave = 32;
/** 2^-4 s; shorter durations share the first bin. */
const firstExponent = -4;
/** 2^26 s, more than two years; longer durations share the last bin. */
const octaves = 30;
export const histogramBins = octaves * binsPerOctave + 1;

/** One word seen as a float and as bits: exponent and leading mantissa bits of a float are its logarithmic bin. */
const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);
/** Exponent and five mantissa bits of 2^-4, the lower bound of bin 1. */
export const firstKey = (127 + firstExponent) * binsPerOctave;

/** Bin of a duration in seconds, after rounding to single precision (which is the same on every engine). */
export function binOf(seconds: number): number {
  float[0] = seconds;
  const bin = ((bits[0] as number) >> 18) - firstKey + 1;
  return bin < 1 ? 0 : bin < histogramBins ? bin : histogramBins - 1;
}

const powerOfTwo = (exponent: number): number => {
  let value = 1;
  for (let i = 0; i < exponent; i += 1) value *= 2;
  for (let i = 0; i > exponent; i -= 1) value *= 0.5;
  return value;
};

/** Lower bound of a bin in seconds; bin 0 starts at 0. */
export function lowerBoundOf(bin: number): number {
  if (bin === 0) return 0;
  const octave = Math.floor((bin - 1) / binsPerOctave);
  const step = (bin - 1) % binsPerOctave;
  return powerOfTwo(octave + firstExponent) * (1 + step / binsPerOctave);
}

/**
 * Quantile of a histogram, interpolated inside its bin; null if it is empty.
 * Worked example: ten observations of 1 s lie in the bin from 1 to 1.03125 s; their median is read as 1.0156 s.
 */
export function histogramQuantile(counts: Float64Array, share: number): number | null {
  let total = 0;
  for (let bin = 0; bin < counts.length; bin += 1) total += counts[bin] as number;
  if (total === 0) return null;
  const goal = share * total;
  let below = 0;
  for (let bin = 0; bin < counts.length; bin += 1) {
    const count = counts[bin] as number;
    if (count > 0 && below + count >= goal) {
      if (bin === 0) return 0;
      const low = lowerBoundOf(bin);
      const high = bin + 1 < counts.length ? lowerBoundOf(bin + 1) : low;
      return low + ((goal - below) / count) * (high - low);
    }
    below += count;
  }
  return lowerBoundOf(counts.length - 1);
}
