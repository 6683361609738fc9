// What the chain behind core/queueing/blendedTeam.ts tells: sums over its states.

/** The states of the chain by level; with weights each level is told as shares of its own time. */
export interface BlendedStates {
  readonly agents: number;
  /** Calls a second while somebody is free, and of those who join the line; rates at which a call and a piece end. */
  readonly calls: number;
  readonly joining: number;
  readonly work: number;
  readonly piece: number;
  /** Calls in the team at most, pieces under way at most, and the edge of the level without pieces. */
  readonly most: number;
  readonly top: number;
  readonly edgeOfFirst: number;
  readonly states: Float64Array;
}

type Weights = Float64Array | null;

/** Share of time in which all are busy, mean calls that wait, mean pieces under way, rate at which who came last is answered next. */
export function totalsOf(
  { agents, most, top, states, work, piece }: BlendedStates,
  weights: Weights,
): {
  readonly waits: number;
  readonly queue: number;
  readonly firstServed: number;
  readonly deferred: number;
} {
  let [waits, queue, first, deferred] = [0, 0, 0, 0];
  for (let j = 0; j <= top; j += 1) {
    const at = j * (most + 1);
    const weight = weights === null ? 1 : (weights[j] as number);
    let all = 0;
    for (let k = 0; k < agents - j; k += 1) all += states[at + k] as number;
    for (let k = agents - j; k <= most; k += 1) {
      const here = states[at + k] as number;
      all += here;
      waits += here * weight;
      queue += here * weight * (k - agents + j);
    }
    deferred += j * all * weight;
    first += (states[at + agents - j] as number) * weight * ((agents - j) * work + j * piece);
  }
  return { waits, queue, firstServed: first, deferred };
}

/** Mean agents who are busy, of states that need no weights. */
export function busyOf({ agents, most, top, states }: BlendedStates): number {
  let busy = 0;
  for (let j = 0; j <= top; j += 1)
    for (let k = 0; k <= most; k += 1)
      busy += (states[j * (most + 1) + k] as number) * Math.min(agents, j + k);
  return busy;
}

export function waitsOf({ agents, most, top, states }: BlendedStates, weights: Weights): number {
  let waits = 0;
  for (let j = 0; j <= top; j += 1) {
    let here = 0;
    for (let k = agents - j; k <= most; k += 1) here += states[j * (most + 1) + k] as number;
    waits += weights === null ? here : here * (weights[j] as number);
  }
  return waits;
}

/**
 * How much longer who comes while nothing deferred is begun waits for the end of that than such a stretch lasts on average. By how
 * far from the edge the calls are: mean times to come one nearer, from the flows between. Example: one agent, no pieces, calls to
 * half of the time: 2.
 */
export function stretchOf(
  { agents, most, top, states, calls, joining, work, piece, edgeOfFirst }: BlendedStates,
  weights: Weights,
): number {
  const reach = most - Math.max(0, edgeOfFirst - top);
  const times = new Float64Array(reach + 1);
  const ups = new Float64Array(reach + 1);
  let leaves = 0;
  for (let j = 0; j <= top; j += 1) {
    const edge = Math.max(0, edgeOfFirst - j);
    const weight = weights === null ? 1 : (weights[j] as number);
    for (let k = edge; k <= most; k += 1) {
      const here = weight * (states[j * (most + 1) + k] as number);
      times[k - edge] = (times[k - edge] as number) + here;
      ups[k - edge] = (ups[k - edge] as number) + here * (k < agents - j ? calls : joining);
      if (k === edge) leaves += here * (edge * work + j * piece);
    }
  }
  // From the farthest on: who is at least so far, and how long they take on average to the edge.
  let beyond = 0;
  let waits = 0;
  for (let far = reach; far > 0; far -= 1) {
    beyond += times[far] as number;
    const up = ups[far - 1] as number;
    if (up > 0) waits += (beyond * beyond) / up;
  }
  const all = beyond + (times[0] as number);
  return leaves > 0 && all > 0 ? 1 + (waits / all) * (leaves / all) : 1;
}
