// Standard errors of a simulated number, and how many of them are still chance.
import { studentTQuantile } from '../numerics/studentT.ts';

/** Differences up to this many standard errors are chance. */
export const mostZ = 4;

/** P(Z <= 4) for the standard normal. */
const probabilityOfFour = 0.999968328758167;

/**
 * The standard error behind the half-width of a 95 % interval from so many replications, 2 or more. With few replications an
 * error of four normal standard errors is a larger one of Student's t: it is stretched so that 4 has the same probability.
 * Example: a half-width of 0.01 from 20 replications is 0.0048 as it is, 0.0063 stretched.
 */
export function standardErrorOf(halfWidth: number, replications: number): number {
  const freedom = Math.max(1, replications - 1);
  const stretched = studentTQuantile(freedom, probabilityOfFour) / mostZ;
  return (halfWidth / studentTQuantile(freedom, 0.975)) * stretched;
}
