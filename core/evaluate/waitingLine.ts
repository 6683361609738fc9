// Lines that work through a backlog in one step, from the time that live work leaves to the agents.
import { pow } from '../numerics/pow.ts';
import type { CompiledModel } from '../simulation/index.ts';
import type { Backlog } from './backlog.ts';
import { respond } from './liveLine.ts';
import type { Line, ServingSet } from './network.ts';
import { ofClass, ofTeam } from './tallies.ts';
import type { WalkState } from './walk.ts';

const nothingLate = { share: 0, seconds: 0 };
/** Above this occupancy a step is too short for a line to settle. */
const mostSettled = 0.97;

/** What the agents of a step have for such lines: `left` agent-seconds by group, which are used up. */
export interface AgentTime {
  readonly agents: Float64Array;
  readonly left: Float64Array;
}

/** Deferred work, and live work of the endlessly patient that the agents cannot keep up with: in order, from what is left. */
export function serveWaiting(
  s: WalkState,
  { agents: onDuty, left }: AgentTime,
  line: Line,
  l: number,
  k: number,
): void {
  const { network, joining, backlogs, taken, tallies, steps, model, clock, promisesOf } = s;
  const backlog = backlogs[l] as Backlog;
  if ((taken[l] as number) > 0 || (line.live && line.patience !== Number.POSITIVE_INFINITY)) return;
  const came = joining[l] as number;
  if (came <= 0 && backlog.total <= 0) return;
  const before = backlog.total;
  backlog.add(k, came);
  const { groups, weights } = network.sets[line.set] as ServingSet;
  let room = 0;
  let agents = 0;
  for (const g of groups) {
    room += left[g] as number;
    agents += onDuty[g] as number;
  }
  const asked = backlog.total * line.seconds;
  const used = Math.min(asked, room);
  const amount = line.seconds > 0 ? used / line.seconds : agents > 0 ? backlog.total : 0;
  // Live work that comes faster than it is done waits by chance too, at least as in a team that is nearly full.
  const late = asked <= room || line.live ? chanceOf(s, line, agents, room, used) : nothingLate;
  // Groups that take over later get what the first ones leave.
  let rest = used;
  for (const isFirst of [true, false]) {
    const members = groups.filter((_, i) => ((weights[i] as number) === 1) === isFirst);
    const here = members.reduce((sum, g) => sum + (left[g] as number), 0);
    const worked = Math.min(rest, here);
    rest -= worked;
    if (worked <= 0) continue;
    for (const g of members) {
      const part = (worked * (left[g] as number)) / here;
      left[g] = (left[g] as number) - part;
      tallies.team(ofTeam.busySeconds, model.groups[g]?.team ?? 0, k, part);
    }
  }
  const { classIndex: c, team, isInternal } = line;
  const entry = model.classes[c] as CompiledModel['classes'][number];
  const byChance = late.share * late.seconds;
  s.witness?.waiting({ step: k, line: l, before, came, agents, room, used, begun: amount, late });
  backlog.take(amount, (cameInStep, part) => {
    if (isInternal) return;
    const wait = Math.max(0, k - cameInStep) * steps.seconds + byChance;
    tallies.class(ofClass.answered, c, cameInStep, part);
    tallies.team(ofTeam.answered, team, cameInStep, part);
    tallies.class(ofClass.waitSeconds, c, cameInStep, part * wait);
    tallies.class(ofClass.answerWaitSeconds, c, cameInStep, part * wait);
    tallies.team(ofTeam.waitSeconds, team, cameInStep, part * wait);
    tallies.team(ofTeam.answerWaitSeconds, team, cameInStep, part * wait);
    if (entry.firstStage === line.stage)
      respond(s, line, cameInStep, part, wait + (entry.answeredAtBegin ? 0 : line.spanSeconds));
    if (cameInStep < 0) return;
    if ((steps.counted[cameInStep] ?? 0) > 0)
      s.resolution.note(l, c, part, (calendar) => clock.between(calendar, cameInStep, k) + byChance);
    for (const one of promisesOf[l] ?? [])
      tallies.promise(
        one.promise,
        c,
        team,
        cameInStep,
        part,
        part * clock.kept(line, one, cameInStep, k, late),
      );
    if (s.witness === null) return;
    const kept = (promisesOf[l] ?? []).map((one) => clock.kept(line, one, cameInStep, k, late));
    s.witness.begun({ step: k, line: l, cameInStep, contacts: part, waitSeconds: wait, kept });
  });
  taken[l] = amount;
  s.answeredShare[l] = 1;
  const standing = ((before + backlog.total) / 2) * steps.seconds + amount * byChance;
  tallies.team(ofTeam.queueSeconds, team, k, standing);
  if (!isInternal) tallies.class(ofClass.queueSeconds, c, k, standing);
  if (!line.live && !isInternal) tallies.team(ofTeam.backlogSteps, team, k, backlog.total);
}

/** Who waits by chance although there is time for all, and how long (Sakasegawa's approximation of the Erlang C wait). */
function chanceOf(
  s: WalkState,
  line: Line,
  agents: number,
  room: number,
  used: number,
): { share: number; seconds: number } {
  if (agents <= 0 || room <= 0) return nothingLate;
  const length = s.steps.seconds;
  const count = Math.max(1, agents);
  const busy = Math.max(0, agents * length - room) / (agents * length);
  const rho = Math.min(mostSettled, busy + ((1 - busy) * used) / room);
  const share = pow(rho, Math.sqrt(2 * (count + 1)) - 1);
  const spread = (1 + line.variation) / 2;
  return {
    share,
    seconds: Math.min(length, (spread * line.seconds) / (count * (1 - rho) * Math.max(0.2, 1 - busy))),
  };
}
