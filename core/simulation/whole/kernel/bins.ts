// Histograms of durations while the replication runs: whole numbers, by kind of duration one behind the other.
import { histogramBins } from './counters.ts';
import { add } from './state.ts';

/** Room for the bins of a kind. */
const bytesOfKind: usize = 3856;
/** The kinds of durations. */
export const answerWaits: usize = 0;
export const firstResponses: usize = bytesOfKind;
export const resolutions: usize = 2 * bytesOfKind;
/** Of classes only. */
export const handlings: usize = 3 * bytesOfKind;

/** As binOf of stats/histogram.ts: the place of a duration's bin among those of its kind. */
/* inline */ export function binAt(seconds: f64): usize {
  const bin = (reinterpret<i32>(<f32>seconds) >> 18) - 3935;
  const last = <i32>histogramBins - 1;
  return (<usize>(<u32>bin <= <u32>last ? bin : bin < 0 ? 0 : last)) << 2;
}

/* inline */ export function countIn(bin: usize): void {
  store<i32>(bin, load<i32>(bin) + 1);
}

/** Adds what the bins of a kind have counted to a histogram of the tally; gives how many there are in all. */
export function addBins(bins: usize, histogram: usize): f64 {
  let sums = i32x4.splat(0);
  for (let at: usize = 0; at < bytesOfKind; at += 16) {
    const four = v128.load(bins + at);
    // Most are empty.
    if (!v128.any_true(four)) continue;
    sums = i32x4.add(sums, four);
    for (let bin = at; bin < at + 16; bin += 4) {
      const count = load<i32>(bins + bin);
      if (count !== 0) add(histogram + (bin << 1), <f64>count);
    }
  }
  const halves = i32x4.add(sums, i32x4.shuffle(sums, sums, 2, 3, 0, 1));
  return <f64>(i32x4.extract_lane(halves, 0) + i32x4.extract_lane(halves, 1));
}
