// Events of the present stretch of time as rows: time, key among simultaneous ones, word. The key is taken as an event comes in: later, one
// that has become void may name the slot of another contact, and would disturb the order of the others.
import { precedes } from './tieOrder.ts';

export const eventRowBytes: usize = 32;

/* inline */ export function timeOf(row: usize): f64 {
  return load<f64>(row);
}

/* inline */ export function keyOfRow(row: usize): u64 {
  return load<u64>(row, 8);
}

/* inline */ export function wordOf(row: usize): i32 {
  return load<i32>(row, 16);
}

/* inline */ export function writeRow(row: usize, time: f64, key: u64, word: i32): void {
  store<f64>(row, time);
  store<u64>(row, key, 8);
  store<i32>(row, word, 16);
}

/* inline */ export function copyRow(into: usize, from: usize): void {
  v128.store(into, v128.load(from));
  v128.store(into, v128.load(from, 16), 16);
}

/** Whether an event comes before another: without branches but for keys that do not tell, for which is first cannot be foreseen. */
export function isBefore(row: usize, other: usize): bool {
  const time = load<f64>(row);
  const otherTime = load<f64>(other);
  const key = load<u64>(row, 8);
  const otherKey = load<u64>(other, 8);
  const isSame = time === otherTime ? 1 : 0;
  if (key === otherKey && isSame !== 0) return precedes(wordOf(row), wordOf(other));
  return ((time < otherTime ? 1 : 0) | (isSame & (key < otherKey ? 1 : 0))) !== 0;
}
