// The observer of agents: how long they are busy, and how long they work beyond their duty.

import { agentFloat, agentInt } from './agentFields.ts';
import type { CompiledModel } from './compiledModel.ts';
import { addToTeam, countedSpan } from './observer.ts';
import type { ReplicationState } from './replicationState.ts';
import { teamCounter } from './tallyLayout.ts';

/** An agent's over-run begins (the duty is over) or ends (gone home, or on duty again). */
export function observeOverRun(s: ReplicationState, agent: number, runs: boolean): void {
  const is = runs ? 1 : 0;
  if (s.agentInts[(agent << 6) | agentInt.overRuns] === is) return;
  s.agentInts[(agent << 6) | agentInt.overRuns] = is;
  const { team } = s.model.groups[
    s.agentInts[(agent << 6) | agentInt.group] as number
  ] as CompiledModel['groups'][number];
  if (!runs)
    addToTeam(
      s,
      team,
      teamCounter.overRunSeconds,
      countedSpan(s, s.agentFloats[(agent << 5) | agentFloat.leftAt] as number, s.now),
    );
  if (
    runs
      ? s.now < s.horizonEnd
      : (s.agentFloats[(agent << 5) | agentFloat.leftAt] as number) < s.horizonEnd && s.now < s.horizonEnd
  )
    s.overRunSeries.changeIn(s.interval, team, s.now, runs ? 1 : -1);
}

export function observeBusy(s: ReplicationState, agent: number, until: number): void {
  const team = (
    s.model.groups[s.agentInts[(agent << 6) | agentInt.group] as number] as CompiledModel['groups'][number]
  ).team;
  const from = s.agentFloats[(agent << 5) | agentFloat.busySince] as number;
  addToTeam(s, team, teamCounter.busySeconds, countedSpan(s, from, until));
}
