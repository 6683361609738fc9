// Several teams of their own that share a limited number of lines, or of waiting places: a product form over all states that fit,
// summed by convolution.

export interface PooledLines {
  readonly teams: number;
  readonly agents: number;
  /** Offered load of each team. */
  readonly load: number;
  /** Contacts waiting or in service, in all teams together. */
  readonly lines: number;
}

export interface PooledOutcome {
  readonly blocking: number;
  /** Of those who enter. */
  readonly waits: number;
  readonly meanQueue: number;
  readonly occupancy: number;
}

/**
 * The truncated product form (F. Kelly, Reversibility and stochastic networks, 1979, section 1.6). Each team alone is M/M/n;
 * reversible chains keep their product form on any set of states.
 *
 * Example: 6 teams of 15, load 14 each, 120 lines: 4.166 % blocked, mean queue 24.59.
 */
export function pooledLines({ teams, agents, load, lines }: PooledLines): PooledOutcome {
  const own: number[] = [1];
  for (let n = 1; n <= lines; n += 1) own.push(((own[n - 1] as number) * load) / Math.min(n, agents));
  const others = power(own, teams - 1, lines);
  let total = 0;
  let full = 0;
  let waiting = 0;
  let queue = 0;
  let busy = 0;
  for (const [n, weight] of own.entries()) {
    for (let rest = 0; n + rest <= lines; rest += 1) {
      const share = weight * (others[rest] as number);
      total += share;
      queue += share * Math.max(0, n - agents);
      busy += share * Math.min(n, agents);
      if (n + rest === lines) full += share;
      else if (n >= agents) waiting += share;
    }
  }
  return {
    blocking: full / total,
    waits: waiting / (total - full),
    meanQueue: (teams * queue) / total,
    occupancy: busy / total / agents,
  };
}

export interface PooledPlaces extends Omit<PooledLines, 'lines'> {
  /** Contacts waiting, in all teams together; who finds an agent of the own team free needs no place. */
  readonly places: number;
}

/**
 * The same where only those who wait are limited. Example: 6 teams of 15, load 14 each, 30 places: 3.858 % blocked, mean queue 19.83.
 */
export function pooledPlaces({ teams, agents, load, places }: PooledPlaces): PooledOutcome {
  // Weights of a team by how many wait in it; those where nobody does, apart by whether all are busy.
  const below: number[] = [1];
  for (let n = 1; n < agents; n += 1) below.push(((below[n - 1] as number) * load) / n);
  const idle = below.reduce((sum, weight) => sum + weight, 0);
  const busyBelow = below.reduce((sum, weight, n) => sum + weight * n, 0);
  const full: number[] = [((below[agents - 1] as number) * load) / agents];
  for (let waiting = 1; waiting <= places; waiting += 1)
    full.push(((full[waiting - 1] as number) * load) / agents);
  const own = full.map((weight, waiting) => weight + (waiting === 0 ? idle : 0));
  const others = power(own, teams - 1, places);
  let total = 0;
  let blocked = 0;
  let waits = 0;
  let queue = 0;
  let busy = 0;
  for (let waiting = 0; waiting <= places; waiting += 1)
    for (let rest = 0; waiting + rest <= places; rest += 1) {
      const other = others[rest] as number;
      const isFull = (full[waiting] as number) * other;
      total += (own[waiting] as number) * other;
      queue += waiting * isFull;
      busy += agents * isFull + (waiting === 0 ? busyBelow * other : 0);
      if (waiting + rest === places) blocked += isFull;
      else waits += isFull;
    }
  return {
    blocking: blocked / total,
    waits: waits / (total - blocked),
    meanQueue: (teams * queue) / total,
    occupancy: busy / total / agents,
  };
}

/** The weights of the number in so many teams together, up to a limit. */
function power(own: readonly number[], teams: number, most: number): number[] {
  let all: number[] = [1, ...Array.from({ length: most }, () => 0)];
  for (let team = 0; team < teams; team += 1) {
    const before = all;
    all = before.map((_, sum) => {
      let weight = 0;
      for (let n = 0; n <= sum; n += 1) weight += (own[n] as number) * (before[sum - n] as number);
      return weight;
    });
  }
  return all;
}
