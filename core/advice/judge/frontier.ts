// The frontier of cost, promises and fragility: who is not beaten by anybody.
import type { Candidate } from '../../measures/advice.ts';

/** Costs that differ by less are taken for the same: they are assumed. */
const sameCost = 0.005;

const missed = ({ promises }: Candidate): number => promises.filter(({ isKept }) => !isKept).length;

/** Whether another one is at least as good in all three, and better in one. */
export const isBeaten = (one: Candidate, candidates: readonly Candidate[]): boolean =>
  candidates.some((other) => {
    if (other === one) return false;
    const room = sameCost * one.costPerMonth.value;
    const cost = other.costPerMonth.value - one.costPerMonth.value;
    const [promises, fragility] = [missed(other) - missed(one), other.fragility.count - one.fragility.count];
    return cost <= room && promises <= 0 && fragility <= 0 && (cost < -room || promises < 0 || fragility < 0);
  });

export const withFrontier = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.map((one) => ({ ...one, isOnFrontier: !isBeaten(one, candidates) }));
