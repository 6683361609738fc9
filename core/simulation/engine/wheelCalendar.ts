// An event calendar for many events, in the same order as EventCalendar: only events of the present stretch of time stand
// in a heap, which is small then; later ones hang unordered on a wheel of stretches, those of later turns of the wheel on
// a second one. Putting an event on the calendar costs the same whatever its number of events.
import { EventCalendar, type TieKey, type TieOrder } from './eventCalendar.ts';

/** Stretches of one turn of the wheel, and turns that are told apart; both powers of two. */
const stretchBits = 13;
const stretches = 1 << stretchBits;
const turnsApart = 1024;
/** What comes later than this many stretches hangs together on the last one. */
const lastStretch = (1 << 30) - 1;
const nobody = -1;

export class WheelCalendar {
  size = 0;
  private readonly near: EventCalendar;
  private readonly perSecond: number;
  /** Stretch whose events, and all earlier ones, stand in `near`. */
  private present = 0;
  private onWheel = 0;
  private readonly head = new Int32Array(stretches).fill(nobody);
  private readonly turnHead = new Int32Array(turnsApart).fill(nobody);
  /** A bit for each stretch of the wheel on which something hangs. */
  private readonly taken = new Int32Array(stretches >> 5);
  private times: Float64Array;
  private codes: Int32Array;
  /** The following event of the same list, or free place. */
  private next: Int32Array;
  private free = nobody;
  private used = 0;

  /** `stretchSeconds`: best about the mean time between two events; `lastSeconds`: by when nearly all events happen. */
  constructor(
    capacity: number,
    stretchSeconds: number,
    lastSeconds: number,
    before: TieOrder,
    keyOf?: TieKey,
  ) {
    this.near = new EventCalendar(64, before, keyOf);
    const longest = Math.min(lastSeconds, Number.MAX_SAFE_INTEGER) / lastStretch;
    this.perSecond = 1 / Math.max(stretchSeconds, longest, 1e-6);
    this.times = new Float64Array(capacity);
    this.codes = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
  }

  /** Time of the earliest event; infinity if there is none. */
  nextTime(): number {
    return this.near.nextTime();
  }

  nextCode(): number {
    return this.near.nextCode();
  }

  push(time: number, code: number): void {
    const stretch = this.stretchOf(time);
    if (this.size === 0) this.present = stretch;
    if (stretch <= this.present) this.near.push(time, code);
    else this.hang(stretch, time, code);
    this.size += 1;
  }

  /** Removes the earliest event; read it before with nextTime and nextCode. */
  pop(): void {
    this.near.pop();
    this.size -= 1;
    if (this.near.size === 0 && this.size > 0) this.advance();
  }

  /** Puts an event in the place of the earliest one. */
  replace(time: number, code: number): void {
    const stretch = this.stretchOf(time);
    if (this.size === 1) this.present = stretch;
    if (stretch <= this.present) {
      this.near.replace(time, code);
      return;
    }
    this.hang(stretch, time, code);
    this.near.pop();
    if (this.near.size === 0) this.advance();
  }

  /** Takes out an event that is on the calendar. */
  remove(time: number, code: number): void {
    if (this.unhang(this.stretchOf(time), time, code)) {
      this.size -= 1;
      return;
    }
    this.near.remove(time, code);
    this.size -= 1;
    if (this.near.size === 0 && this.size > 0) this.advance();
  }

  private stretchOf(time: number): number {
    const exact = time * this.perSecond;
    return exact < lastStretch ? exact | 0 : lastStretch;
  }

  private hang(stretch: number, time: number, code: number): void {
    if (!(time >= 0)) throw new Error(`event time ${time}`);
    let place = this.free;
    if (place !== nobody) this.free = this.next[place] as number;
    else {
      if (this.used === this.times.length) this.grow();
      place = this.used;
      this.used = (place + 1) | 0;
    }
    this.times[place] = time;
    this.codes[place] = code;
    this.link(stretch, place);
  }

  private link(stretch: number, place: number): void {
    const turn = stretch >> stretchBits;
    if (turn !== this.present >> stretchBits) {
      const at = turn & (turnsApart - 1);
      this.next[place] = this.turnHead[at] as number;
      this.turnHead[at] = place;
      return;
    }
    const at = stretch & (stretches - 1);
    this.next[place] = this.head[at] as number;
    this.head[at] = place;
    this.taken[at >> 5] = (this.taken[at >> 5] as number) | (1 << (at & 31));
    this.onWheel = (this.onWheel + 1) | 0;
  }

  /** The heap is empty: goes on to the next stretch that has events. */
  private advance(): void {
    while (this.onWheel === 0) this.turn();
    let at = this.present & (stretches - 1);
    let word = at >> 5;
    let bits = (this.taken[word] as number) & (-1 << (at & 31));
    while (bits === 0) {
      word = (word + 1) | 0;
      bits = this.taken[word] as number;
    }
    at = (word << 5) | (31 - Math.clz32(bits & -bits));
    this.taken[word] = (this.taken[word] as number) & ~(1 << (at & 31));
    this.present = (this.present & -stretches) | at;
    let place = this.head[at] as number;
    this.head[at] = nobody;
    while (place !== nobody) {
      this.near.push(this.times[place] as number, this.codes[place] as number);
      this.onWheel = (this.onWheel - 1) | 0;
      const after = this.next[place] as number;
      this.next[place] = this.free;
      this.free = place;
      place = after;
    }
  }

  /** The wheel is empty: hangs the events of the next turn on it that has any. */
  private turn(): void {
    let turn = (this.present >> stretchBits) + 1;
    const last = turn + turnsApart;
    while (turn < last && !this.hasEventsIn(turn)) turn += 1;
    // All that is left lies farther ahead than turns are told apart.
    if (turn === last) turn = this.earliestTurn();
    this.present = turn << stretchBits;
    const at = turn & (turnsApart - 1);
    let place = this.turnHead[at] as number;
    this.turnHead[at] = nobody;
    while (place !== nobody) {
      const after = this.next[place] as number;
      this.link(this.stretchOf(this.times[place] as number), place);
      place = after;
    }
  }

  private turnOf(place: number): number {
    return this.stretchOf(this.times[place] as number) >> stretchBits;
  }

  private hasEventsIn(turn: number): boolean {
    let place = this.turnHead[turn & (turnsApart - 1)] as number;
    while (place !== nobody && this.turnOf(place) !== turn) place = this.next[place] as number;
    return place !== nobody;
  }

  private earliestTurn(): number {
    let earliest = lastStretch;
    for (let place of this.turnHead)
      for (; place !== nobody; place = this.next[place] as number)
        earliest = Math.min(earliest, this.turnOf(place));
    return earliest;
  }

  /** Takes an event off the wheels; false where it stands in the heap. */
  private unhang(stretch: number, time: number, code: number): boolean {
    if (stretch <= this.present) return false;
    const isOnWheel = stretch >> stretchBits === this.present >> stretchBits;
    const heads = isOnWheel ? this.head : this.turnHead;
    const at = isOnWheel ? stretch & (stretches - 1) : (stretch >> stretchBits) & (turnsApart - 1);
    let before = nobody;
    let place = heads[at] as number;
    while (place !== nobody && (this.codes[place] !== code || this.times[place] !== time)) {
      before = place;
      place = this.next[place] as number;
    }
    if (place === nobody) return false;
    const after = this.next[place] as number;
    if (before !== nobody) this.next[before] = after;
    else heads[at] = after;
    if (isOnWheel) {
      this.onWheel = (this.onWheel - 1) | 0;
      if (heads[at] === nobody) this.taken[at >> 5] = (this.taken[at >> 5] as number) & ~(1 << (at & 31));
    }
    this.next[place] = this.free;
    this.free = place;
    return true;
  }

  private grow(): void {
    const room = 2 * this.times.length;
    const times = new Float64Array(room);
    times.set(this.times);
    this.times = times;
    const codes = new Int32Array(room);
    codes.set(this.codes);
    this.codes = codes;
    const next = new Int32Array(room);
    next.set(this.next);
    this.next = next;
  }
}
