// The agenda of the slow simulator: events in the order of the page, one object each, the next one looked up in a heap.
import { byKey } from './draws.ts';

/** What happens first at the same instant. `join`: hand-overs and zero delays, at the end of the instant. */
export const rank = {
  completion: 0,
  duty: 1,
  disconnection: 2,
  timer: 3,
  abandonment: 4,
  arrival: 5,
  join: 6,
} as const;

/** Who an event is about: what decides among equals. */
export interface Whom {
  readonly key: string;
  readonly ordinal: number;
  readonly generation: number;
  /** Of a completion. */
  readonly agent?: { readonly staff: { readonly key: string }; readonly number: number };
}

export interface Happening {
  readonly at: number;
  readonly rank: number;
  readonly whom: Whom;
  readonly sequence: number;
  readonly happens: () => void;
  cancelled: boolean;
}

function byAgent(a: Whom['agent'], b: Whom['agent']): number {
  if (a === undefined || b === undefined) return 0;
  return a.staff.key === b.staff.key ? a.number - b.number : byKey(a.staff.key, b.staff.key);
}

/** Among equals: stream key, ordinal, generation. */
export function byWhom(a: Whom, b: Whom): number {
  if (a.key !== b.key) return byKey(a.key, b.key);
  return a.ordinal - b.ordinal || a.generation - b.generation || byAgent(a.agent, b.agent);
}

function isBefore(a: Happening, b: Happening): boolean {
  const order = a.at - b.at || a.rank - b.rank || byWhom(a.whom, b.whom) || a.sequence - b.sequence;
  return order < 0;
}

export class Agenda {
  now = 0;
  private readonly heap: Happening[] = [];
  private count = 0;

  plan(at: number, order: number, whom: Whom, happens: () => void): Happening {
    const happening = { at, rank: order, whom, sequence: this.count, happens, cancelled: false };
    this.count += 1;
    if (at < Number.POSITIVE_INFINITY) this.add(happening);
    return happening;
  }

  /** Time of the next event, or infinity. */
  nextAt(): number {
    while (this.heap[0]?.cancelled === true) this.takeFirst();
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Lets the next event happen. */
  step(): void {
    this.now = this.nextAt();
    this.takeFirst().happens();
  }

  private add(happening: Happening): void {
    const { heap } = this;
    let place = heap.push(happening) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(happening, heap[parent] as Happening)) break;
      heap[place] = heap[parent] as Happening;
      place = parent;
    }
    heap[place] = happening;
  }

  private takeFirst(): Happening {
    const { heap } = this;
    const first = heap[0] as Happening;
    const last = heap.pop() as Happening;
    if (heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Happening, heap[child] as Happening))
        child += 1;
      if (!isBefore(heap[child] as Happening, last)) break;
      heap[place] = heap[child] as Happening;
      place = child;
    }
    heap[place] = last;
    return first;
  }
}
