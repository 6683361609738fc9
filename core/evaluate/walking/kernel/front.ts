// Before the people: arrivals, self-service, assistant, closed channels; as in core/evaluate/front.ts.
import type { Class } from './rows.ts';
import { add, channelAt, deposit, f64At, i32At, onOffered, put, w } from './state.ts';

const offered: i32 = 0;
const returned: i32 = 1;
const deflected: i32 = 2;
const contained: i32 = 3;
const bounced: i32 = 4;
const turnedAway: i32 = 5;

/** Contacts of a class that reach the people in a step; those turned away are not among them. */
export function reaching(entry: Class, k: i32): f64 {
  const isCounted = k < w.count && entry.isInternal === 0;
  const weight = isCounted ? f64At(w.counted, k) : 0;
  const fresh = k < w.count ? f64At(entry.arrivals, k) * entry.factor : 0;
  const back = f64At(entry.returning, k);
  if (isCounted && fresh + back !== 0) {
    add(w.frontSums, entry.at + offered, (fresh + back) * weight);
    add(w.frontSums, entry.at + returned, back * weight);
    add(channelAt(entry.channelRow, k), onOffered, fresh + back);
  }
  let attempts = f64At(entry.atChannel, k) + fresh + back;
  if (entry.selfServiceTried > 0) {
    const tried = fresh * entry.selfServiceTried;
    const helped = tried * entry.selfServiceDeflected;
    add(w.frontSums, entry.at + deflected, helped * weight);
    put(entry.atChannel, k, attempts - tried);
    deposit(entry.atChannel, w.all, k, tried - helped, entry.selfServiceLaw, k);
    attempts = f64At(entry.atChannel, k);
  } else put(entry.atChannel, k, attempts);
  const people = f64At(entry.atPeople, k);
  if (entry.assistantShare > 0 && attempts !== 0) {
    const met = attempts * entry.assistantShare;
    put(entry.atPeople, k, people + attempts - met);
    const solved = met * entry.assistantResolved;
    const handed = met * entry.assistantHandedOver;
    const left = met - solved - handed;
    add(w.frontSums, entry.at + contained, solved * weight);
    add(w.frontSums, entry.at + bounced, left * weight);
    deposit(entry.atPeople, w.all, k, handed, entry.assistantLaw, k);
    if (entry.bounceLaw !== 0) deposit(entry.returning, w.all, k, left, entry.bounceLaw, k + 1);
  } else put(entry.atPeople, k, people + attempts);
  const all = f64At(entry.atPeople, k);
  if (entry.isLive === 0 || entry.open === 0 || all === 0) return all;
  if (k < w.count && f64At(entry.open, k) > 0) return all;
  if (isCounted) turnAway(entry, all * weight, k);
  return 0;
}

function turnAway(entry: Class, amount: f64, k: i32): void {
  add(w.frontSums, entry.at + turnedAway, amount);
  for (let at = entry.turned; at < entry.turnedEnd; at += 8) {
    add(w.promiseFronts, load<i32>(at), amount);
    add(w.promiseSeries, i32At(at, 1) * 2 * w.count + k, amount);
  }
}
