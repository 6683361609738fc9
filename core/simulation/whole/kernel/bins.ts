// Histograms of durations while the replication runs: whole numbers, of each bin those of all kinds of duration side by side, for the times
// of a contact are often much alike.
import { histogramBins, ofFirstResponse, ofResolution } from './counters.ts';
import { add } from './state.ts';

const binBytes: usize = 16;
/** The kinds of durations. */
export const answerWaits: usize = 0;
export const firstResponses: usize = 4;
export const resolutions: usize = 8;
/** Of classes only. */
export const handlings: usize = 12;

/** As binOf of stats/histogram.ts: the place of a duration's bin among the bins. */
/* inline */ export function binAt(seconds: f64): usize {
  const bin = (reinterpret<i32>(<f32>seconds) >> 18) - 3935;
  const last = <i32>histogramBins - 1;
  return (<usize>(<u32>bin <= <u32>last ? bin : bin < 0 ? 0 : last)) << 4;
}

/* inline */ export function countIn(bin: usize): void {
  store<i32>(bin, load<i32>(bin) + 1);
}

/** Adds what the bins have counted to histograms of the tally; gives how many there are of each kind. */
/* rare */ export function addBins(bins: usize, histograms: usize, ofHandling: usize): v128 {
  let sums = i32x4.splat(0);
  for (let bin: usize = 0; bin < histogramBins; bin += 1) {
    const counts = v128.load(bins + bin * binBytes);
    // Most are empty.
    if (!v128.any_true(counts)) continue;
    sums = i32x4.add(sums, counts);
    const into = histograms + (bin << 3);
    add(into, <f64>i32x4.extract_lane(counts, 0));
    add(into + ofFirstResponse, <f64>i32x4.extract_lane(counts, 1));
    add(into + ofResolution, <f64>i32x4.extract_lane(counts, 2));
    if (ofHandling !== 0) add(ofHandling + (bin << 3), <f64>i32x4.extract_lane(counts, 3));
  }
  return sums;
}
