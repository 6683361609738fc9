// Teams of specialists with some agents who can do the work of all: an approximation by one small chain for each team, in which the
// others appear only through what they ask of the agents who are able to do everything.
import { bandedStationary } from '../queueing/bandedChain.ts';
import { type WaitingSums, waitingSums } from '../queueing/waitingLine.ts';

/** One kind with the specialists who do nothing else; rates per second, times in seconds. */
export interface TrainedKind {
  readonly arrivals: number;
  readonly handling: number;
  /** Mean of the exponential patience; absent: nobody leaves. */
  readonly patience?: number | undefined;
  readonly target: number;
  readonly specialists: number;
}

export interface CrossTrainedTeams {
  readonly kinds: readonly TrainedKind[];
  /** Agents who take every kind. */
  readonly able: number;
}

export interface TrainedOutcome {
  readonly waitProbability: number;
  /** Share of the offered that is served within the target. */
  readonly serviceLevel: number;
  /** Of all; Infinity where the queue grows without end. */
  readonly meanWait: number;
}

/** What a team tells the others about itself. */
interface Told {
  /** By the number of able agents busy: how likely all own specialists are busy. */
  readonly overflows: Float64Array;
  /** How likely somebody waits while all able agents are busy. */
  readonly queued: number;
}

const ENOUGH = 1e-7;
const MOST_ROUNDS = 400;
/** Up to so many teams every way in which others may have somebody waiting is looked at; beyond, their expectation. */
const MOST_LOOKED_AT = 10;

/**
 * What every kind meets. A contact takes a specialist first, then an able agent; who waits longest is taken next.
 *
 * The chain of a team counts its busy specialists and the busy able agents; the others send it able agents' work as often as they
 * overflow at that number busy, and take a freed able agent as often as they have somebody waiting. Each is solved in turn until
 * nothing changes; teams that are alike are solved once. Exact where nobody is able to do everything, and where all are.
 * Range: (specialists + 1) (able + 1)^3 up to some 1e8 a team. Error against exact chains of two teams: `test/pooling`.
 * Example: kinds with 2.5 and 1.5 contacts a second of 1 s, patience 2 s, 2 specialists each and 2 able: mean waits 0.130 s and
 * 0.081 s; exact are 0.1299 s and 0.0790 s.
 */
export function crossTrained({ kinds, able }: CrossTrainedTeams): readonly TrainedOutcome[] {
  const volume = kinds.reduce((sum, { arrivals }) => sum + arrivals, 0);
  const load = kinds.reduce((sum, { arrivals, handling }) => sum + arrivals * handling, 0);
  const all = able + kinds.reduce((sum, { specialists }) => sum + specialists, 0);
  // Where everybody waits for the same time, an able agent goes to a kind as its part of the load wants it.
  const wants = kinds.map(({ arrivals, handling, specialists }) =>
    Math.max(0, (all * arrivals * handling) / load - specialists),
  );
  const wanted = wants.reduce((sum, one) => sum + one, 0);
  const weights = wants.map((one) => (wanted > 0 ? one / wanted : 1 / kinds.length));
  const likeOf = kinds.map((kind) => kinds.findIndex((other) => areAlike(kind, other)));
  let told: Told[] = kinds.map(() => ({ overflows: new Float64Array(able + 1), queued: 0 }));
  const outcomes: TrainedOutcome[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let change = 0;
    for (const [place, kind] of kinds.entries()) {
      if (likeOf[place] !== place) continue;
      const answer = solveTeam(kind, place, { kinds, able, handling: load / volume, weights, told });
      const before = told[place] as Told;
      change = Math.max(change, Math.abs(before.queued - answer.told.queued));
      for (const [f, share] of answer.told.overflows.entries())
        change = Math.max(change, Math.abs(share - (before.overflows[f] as number)));
      told = told.map((one, other) => (likeOf[other] === place ? answer.told : one));
      for (const [other, like] of likeOf.entries()) if (like === place) outcomes[other] = answer.outcome;
    }
    if (change < ENOUGH) break;
  }
  return outcomes;
}

const areAlike = (one: TrainedKind, other: TrainedKind): boolean =>
  one.arrivals === other.arrivals &&
  one.handling === other.handling &&
  one.patience === other.patience &&
  one.target === other.target &&
  one.specialists === other.specialists;

interface Surroundings {
  readonly kinds: readonly TrainedKind[];
  readonly able: number;
  /** Mean handling time of an able agent. */
  readonly handling: number;
  readonly weights: readonly number[];
  readonly told: readonly Told[];
}

function solveTeam(kind: TrainedKind, place: number, around: Surroundings) {
  const { kinds, able, handling, told } = around;
  const { arrivals, specialists, patience } = kind;
  const others = kinds.flatMap((one, other) =>
    other === place ? [] : [{ one, tells: told[other] as Told, other }],
  );
  const own = 1 / kind.handling;
  const ends = 1 / handling;
  let nobodyElse = 1;
  for (const { tells } of others) nobodyElse *= 1 - tells.queued;
  const line = {
    arrivals,
    taking: specialists * own + able * ends * partOf(place, around),
    leaving: patience === undefined ? 0 : 1 / patience,
    places: Infinity,
    target: kind.target,
  };
  const sums = waitingSums(line);
  const width = able + 1;
  const shares = bandedStationary((specialists + 1) * width, width, (from, add) => {
    const busy = Math.floor(from / width);
    const f = from % width;
    if (busy < specialists) add(from + width, arrivals);
    else if (f < able) add(from + 1, arrivals);
    if (busy > 0) add(from - width, busy * own);
    if (f > 0) add(from - 1, f * ends * (f === able ? nobodyElse : 1));
    if (f < able) {
      let overflow = 0;
      for (const { one, tells } of others) overflow += one.arrivals * (tells.overflows[f] as number);
      if (overflow > 0) add(from + 1, overflow);
    }
  });
  return read(shares, kind, width, sums);
}

/** How often a freed able agent takes this kind while somebody of it waits: the others may have somebody waiting, too. */
function partOf(place: number, { kinds, weights, told }: Surroundings): number {
  const own = weights[place] as number;
  if (kinds.length > MOST_LOOKED_AT) {
    const others = weights.reduce(
      (sum, weight, other) => (other === place ? sum : sum + weight * (told[other] as Told).queued),
      0,
    );
    return own + others > 0 ? own / (own + others) : 1;
  }
  const over = (other: number, waiting: number): number => {
    if (other === kinds.length) return own + waiting > 0 ? own / (own + waiting) : 1;
    if (other === place) return over(other + 1, waiting);
    const { queued } = told[other] as Told;
    const without = over(other + 1, waiting);
    return queued === 0
      ? without
      : (1 - queued) * without + queued * over(other + 1, waiting + (weights[other] as number));
  };
  return over(0, 0);
}

function read(
  shares: Float64Array,
  kind: TrainedKind,
  width: number,
  sums: WaitingSums | undefined,
): { readonly outcome: TrainedOutcome; readonly told: Told } {
  const last = shares.length - 1;
  const atLast = shares[last] as number;
  const waiting = sums === undefined ? Infinity : atLast * (sums.total / sums.first);
  const total = 1 - atLast + waiting;
  const overflows = new Float64Array(width);
  for (let f = 0; f < width; f += 1) {
    let all = 0;
    for (let state = f; state < shares.length; state += width) all += shares[state] as number;
    overflows[f] = all > 0 ? (shares[last - (width - 1 - f)] as number) / all : 0;
  }
  let allBusy = 0;
  for (let state = width - 1; state < shares.length; state += width) allBusy += shares[state] as number;
  if (sums === undefined) {
    overflows[width - 1] = 1;
    return {
      outcome: { waitProbability: 1, serviceLevel: 0, meanWait: Infinity },
      told: { overflows, queued: 1 },
    };
  }
  const full = allBusy - atLast + waiting;
  overflows[width - 1] = waiting / full;
  const scale = atLast / sums.first / total;
  return {
    outcome: {
      waitProbability: waiting / total,
      serviceLevel: Math.min(1, 1 - waiting / total + sums.servedInTime * scale),
      meanWait: (sums.queue * scale) / kind.arrivals,
    },
    told: { overflows, queued: (waiting - atLast) / full },
  };
}
