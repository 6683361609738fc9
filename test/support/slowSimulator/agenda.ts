// The agenda of the slow simulator: events in the order of the page, one object each, the next one looked up in a heap.
import { byKey } from './draws.ts';

/** What happens first at the same instant. `join`: hand-overs and zero delays, at the end of the instant. */
export const rank = { completion: 0, duty: 1, timer: 2, abandonment: 3, arrival: 4, join: 5 } as const;

/** Who an event is about: what decides among equals. */
export interface Whom {
  readonly key: string;
  readonly ordinal: number;
  readonly generation: number;
}

export interface Happening {
  readonly at: number;
  readonly rank: number;
  readonly whom: Whom;
  readonly sequence: number;
  readonly happens: () => void;
  cancelled: boolean;
}

function isBefore(a: Happening, b: Happening): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.rank !== b.rank) return a.rank < b.rank;
  if (a.whom.key !== b.whom.key) return byKey(a.whom.key, b.whom.key) < 0;
  if (a.whom.ordinal !== b.whom.ordinal) return a.whom.ordinal < b.whom.ordinal;
  if (a.whom.generation !== b.whom.generation) return a.whom.generation < b.whom.generation;
  return a.sequence < b.sequence;
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
