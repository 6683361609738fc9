// The wait of Erlang A beyond a target: how many of those who had to wait are still there, and what becomes of them.
import { exp } from '../numerics/exp.ts';
import { expm1 } from '../numerics/expm1.ts';
import { poissonMass } from '../numerics/poissonMass.ts';
import type { PerSecond, Seconds } from '../units/quantities.ts';
import { type ImpatientQueueSums, impatientQueueSums } from './impatientQueueSums.ts';

/** Shares of those who are not served at once. */
export interface AfterTarget {
  /** Neither served nor gone at the target. */
  readonly stillWaiting: number;
  /** Served after the target. */
  readonly served: number;
  /** Gone after the target. */
  readonly abandoned: number;
}

/**
 * What happens after `target`, given a wait.
 *
 * A contact of endless patience waits longer than T with probability gamma(x, y e^(-T / patience)) / gamma(x, y),
 * gamma the lower incomplete gamma function, x and y as in `impatientQueueSums`; and seen from T on, the wait is that
 * of the same queue with y e^(-T / patience) in place of y.
 * Source: Mandelbaum and Zeltyn, Service engineering in action: the Palm/Erlang-A queue (2007); the density is that
 * of Baccelli and Hebuterne, On queues with impatient customers (1981).
 */
export function afterTarget(
  queue: {
    readonly agents: number;
    readonly arrivals: PerSecond;
    readonly handling: Seconds;
    readonly patience: Seconds;
    readonly target: Seconds;
  },
  sums: ImpatientQueueSums,
): AfterTarget {
  const { agents, arrivals, handling, patience, target } = queue;
  const x = (agents * patience) / handling;
  const y = arrivals * patience;
  const elapsed = target / patience;
  const patient = exp(-elapsed);
  const z = y * patient;
  if (z === 0) return { stillWaiting: 0, served: 0, abandoned: 0 };

  const later = impatientQueueSums(x, z);
  let longer: number;
  if (sums.mode === 0) {
    const drain = (agents / handling - arrivals) * target;
    longer = (exp(-drain - y * curvature(elapsed)) * later.total) / sums.total;
  } else {
    longer = (poissonMass(x + later.mode, z) * later.total) / (poissonMass(x + sums.mode, y) * sums.total);
  }
  const stillWaiting = patient * Math.min(1, longer);
  const abandonedLater = later.queue / (later.total * z);
  return {
    stillWaiting,
    served: stillWaiting * (1 - abandonedLater),
    abandoned: stillWaiting * abandonedLater,
  };
}

/** u - 1 + e^-u without cancellation. */
function curvature(u: number): number {
  if (u > 0.25) return u + expm1(-u);
  let term = 0.5 * u * u;
  let sum = term;
  for (let n = 3; n < 20; n += 1) {
    term *= -u / n;
    sum += term;
  }
  return sum;
}
