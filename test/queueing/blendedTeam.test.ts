// Calls before agents who also do deferred work, against chains that are solved densely and against what is known exactly.
import { describe, expect, it } from 'vitest';
import { type BlendedTeam, blendedOutcome, blendedTeam } from '../../core/queueing/blendedTeam.ts';
import { erlangC } from '../../core/queueing/erlangC.ts';
import { perSecond, seconds } from '../../core/units/quantities.ts';
import { meanOf, randomFrom, solveChain } from './denseChain.ts';

const team: BlendedTeam = {
  ...{ agents: 4, reserve: 1, arrivals: 1 / 60, balking: 0, handling: 120, patience: 300 },
  ...{ deferredHandling: 600, deferredLoad: Number.POSITIVE_INFINITY, targets: [20] },
};
const answer = (asked: Partial<BlendedTeam>) => {
  const outcome = blendedOutcome();
  blendedTeam({ ...team, ...asked }, outcome);
  return outcome;
};

/** Deferred work without end, by the rules one by one: pieces under way and calls in the team. */
function endless({ agents, reserve, arrivals, handling, patience, deferredHandling }: BlendedTeam) {
  const most = agents + 25;
  return solveChain({ pieces: Math.max(0, agents - reserve), calls: 0 }, ({ pieces, calls }) => {
    // Whoever sees more agents free than the reserve begins a piece.
    const begun = (left: number, calling: number) =>
      agents - left - Math.min(calling, agents - left) > reserve ? left + 1 : left;
    const handled = Math.min(calls, agents - pieces);
    return [
      [{ pieces, calls: calls + 1 }, calls < most ? arrivals : 0],
      [
        { pieces: begun(pieces, calls - 1), calls: calls - 1 },
        handled / handling + (calls - handled) / patience,
      ],
      [{ pieces: begun(pieces - 1, calls), calls }, pieces / deferredHandling],
    ];
  });
}

describe('blendedTeam', () => {
  it('is the chain of all states where deferred work has no end', () => {
    const { between, whole } = randomFrom(7);
    for (let i = 0; i < 10; i += 1) {
      const agents = whole(1, 4);
      const asked = {
        ...team,
        ...{ agents, reserve: whole(0, agents), arrivals: (agents * between(0.2, 1.1)) / 120 },
        ...{ patience: between(60, 300), deferredHandling: between(60, 2000) },
      };
      const solved = endless(asked);
      const { waitProbability, mostDeferred, mostBusy, abandonment } = answer(asked);
      const waiting = ({ pieces, calls }: { pieces: number; calls: number }) =>
        Math.max(0, pieces + calls - agents);
      expect(waitProbability).toBeCloseTo(
        meanOf(solved, ({ pieces, calls }) => (pieces + calls >= agents ? 1 : 0)),
        3,
      );
      expect(mostDeferred).toBeCloseTo(
        meanOf(solved, ({ pieces }) => pieces),
        3,
      );
      expect(mostBusy).toBeCloseTo(
        meanOf(solved, ({ pieces, calls }) => Math.min(agents, pieces + calls)),
        3,
      );
      expect(abandonment).toBeCloseTo(meanOf(solved, waiting) / asked.patience / asked.arrivals, 3);
    }
  });

  it('finds all busy as often as Erlang C with all the work, where pieces take as long as calls and nothing is kept back', () => {
    for (const agents of [1, 3, 8]) {
      const asked = { agents, reserve: 0, arrivals: agents / 200, handling: 100, deferredHandling: 100 };
      const load = 0.35 * agents;
      const { waitProbability, meanWait, deferred } = answer({
        ...asked,
        ...{ patience: Number.POSITIVE_INFINITY, deferredLoad: load },
      });
      const all = erlangC({
        ...{ agents, handling: seconds(100), target: seconds(20) },
        arrivals: perSecond((agents * 0.85) / 100),
      });
      if (!all.ok) throw new Error('no answer');
      expect(waitProbability).toBeCloseTo(all.value.waitProbability, 2);
      // Cobham: calls wait for the calls alone.
      expect(meanWait).toBeCloseTo((waitProbability * 100) / (agents * 0.5), 1);
      expect(deferred).toBeCloseTo(load, 3);
    }
  });

  it('holds up a lone agent’s deferred work as Cobham has it', () => {
    // Calls to 0.3, pieces to 0.4 of the time: W0 / ((1 - 0.3) (1 - 0.7)) with W0 = 70 s.
    const { deferredBlocked, deferredHeld } = answer({
      ...{ agents: 1, reserve: 0, arrivals: 0.003, handling: 100, deferredHandling: 100 },
      ...{ patience: Number.POSITIVE_INFINITY, deferredLoad: 0.4 },
    });
    const mean = (deferredBlocked * deferredHeld * 100) / (1 - 0.4 / 0.7);
    expect(mean / (70 / (0.7 * 0.3))).toBeCloseTo(1, 1);
  });

  it('leaves calls alone where so many are kept back that no piece is ever begun', () => {
    const { mostDeferred, waitProbability } = answer({ agents: 3, reserve: 3 });
    expect(mostDeferred).toBe(0);
    expect(waitProbability).toBeCloseTo(answer({ agents: 3, reserve: 5 }).waitProbability, 12);
  });
});
