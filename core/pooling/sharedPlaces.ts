// Teams of their own that share a limited number of waiting places: a product form over all states that fit, by convolution. With
// all agents in one team it is the limited queue.

export interface SharedPlaces {
  /** Offered load and agents of each team. */
  readonly teams: readonly { readonly load: number; readonly agents: number }[];
  /** Contacts that may wait, in all teams together; who finds an agent of the own team free needs no place. */
  readonly places: number;
}

export interface SharedPlacesOutcome {
  /** Of all contacts. */
  readonly blocking: number;
  /** Of those who enter. */
  readonly waitProbability: number;
  readonly meanQueue: number;
  readonly occupancy: number;
  /** Mean wait of those who enter, in mean handling times where these are the same in all teams. */
  readonly meanWaitOfEntered: number;
}

/**
 * The truncated product form of M/M/n queues that share their waiting places.
 *
 * Each team alone is reversible, and reversible chains keep their product form on any set of states.
 * Source: F. Kelly, Reversibility and stochastic networks (1979), section 1.6.
 * Range: 1 to 40 teams, loads above 0, any number of agents, some thousand places; handling times alike.
 * Example: 6 teams of 15 agents, load 14 each, 30 places: 3.858 % blocked, mean queue 19.83.
 */
export function sharedPlaces({ teams, places }: SharedPlaces): SharedPlacesOutcome {
  const weights = teams.map(({ load, agents }) => weightsOf(load, agents, places));
  let [blocked, waits, queue, busy, load] = [0, 0, 0, 0, 0];
  let total = 0;
  for (const [team, own] of weights.entries()) {
    const others = weights
      .filter((_, other) => other !== team)
      .reduce((all, one) => convolved(all, one.all, places), [1, ...new Array<number>(places).fill(0)]);
    const of = teams[team] as { readonly load: number; readonly agents: number };
    load += of.load;
    total = 0;
    for (let waiting = 0; waiting <= places; waiting += 1) {
      for (let rest = 0; waiting + rest <= places; rest += 1) {
        const other = others[rest] as number;
        const allBusy = (own.full[waiting] as number) * other;
        total += (own.all[waiting] as number) * other;
        queue += waiting * allBusy;
        busy += of.agents * allBusy + (waiting === 0 ? own.busyBelow * other : 0);
        if (waiting + rest === places) blocked += of.load * allBusy;
        else waits += of.load * allBusy;
      }
    }
  }
  const agents = teams.reduce((sum, team) => sum + team.agents, 0);
  const blocking = blocked / total / load;
  return {
    blocking,
    waitProbability: waits / total / load / (1 - blocking),
    meanQueue: queue / total,
    occupancy: busy / total / agents,
    meanWaitOfEntered: queue / total / (load * (1 - blocking)),
  };
}

/** Weights of one team by how many wait in it: with all agents busy, and with those states in which nobody waits. */
function weightsOf(load: number, agents: number, places: number) {
  let weight = 1;
  let idle = 0;
  let busyBelow = 0;
  for (let n = 0; n < agents; n += 1) {
    idle += weight;
    busyBelow += n * weight;
    weight *= load / (n + 1);
    // Kept near 1, so that teams of thousands do not leave the range of numbers.
    if (weight > 1e100) {
      idle /= weight;
      busyBelow /= weight;
      weight = 1;
    }
  }
  const full = [weight];
  for (let waiting = 1; waiting <= places; waiting += 1)
    full.push(((full[waiting - 1] as number) * load) / agents);
  return { full, busyBelow, all: full.map((one, waiting) => one + (waiting === 0 ? idle : 0)) };
}

function convolved(before: readonly number[], own: readonly number[], most: number): number[] {
  return Array.from({ length: most + 1 }, (_, sum) => {
    let weight = 0;
    for (let n = 0; n <= sum; n += 1) weight += (own[n] as number) * (before[sum - n] as number);
    return weight;
  });
}
