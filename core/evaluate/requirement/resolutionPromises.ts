// What a promise on the resolution leaves to each of the lines through which a contact goes: the target, less the time that
// earlier stages take on average.
import { openSeconds } from '../../simulation/engine/openTime.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import { outcomeKind } from '../../simulation/model/compiledModel.ts';
import { type Network, nextOf } from '../network.ts';
import type { Tallies } from '../tallies.ts';
import type { Deadline } from './deferredWork.ts';

/** Mean seconds until a contact joins the stages of its class: waits, and time that goes on when nobody is at work. */
interface Before {
  share: number;
  waits: number;
  handling: number;
}

/**
 * The promises on the resolution of the contacts of each deferred line, as promises of that line. Waits before are taken as they are
 * with the staff that is planned, those of business hours by the share of time that is open.
 */
export function resolutionPromises(
  model: CompiledModel,
  network: Network,
  tallies: Tallies,
  lines: readonly number[],
): Map<number, Deadline[]> {
  const found = new Map<number, Deadline[]>();
  const span = model.axis.absoluteIntervals * model.axis.intervalSeconds;
  for (const l of lines) {
    const line = network.lines[l];
    if (line === undefined || line.isInternal) continue;
    const own = model.promises.flatMap((promise, p): Deadline[] => {
      if (promise.clock !== 'resolution' || promise.ofClass[line.classIndex] !== 1) return [];
      const before = beforeStages(model, network, tallies, line.classIndex, promise.pausesInOtherDepartment);
      const { share = 0, waits = 0, handling = 0 } = before.get(line.stage) ?? {};
      const calendar = promise.calendarOfClass[line.classIndex] as number;
      const windows = model.windows[calendar];
      const open = calendar === -1 || windows === undefined ? 1 : openSeconds(windows, span) / span;
      const earlier = share > 0 ? (waits * open + handling) / share : 0;
      const targetSeconds = promise.targetSeconds - earlier;
      return [
        {
          promise: p,
          place: -1,
          targetSeconds,
          weight: 1,
          calendar,
          withHandling: true,
          isLate: earlier > 0,
        },
      ];
    });
    if (own.length > 0) found.set(l, own);
  }
  return found;
}

/** By stage: how many of the contacts of a class come there going forward, and their time until then, both summed up. */
function beforeStages(
  model: CompiledModel,
  network: Network,
  { ofTeam }: Tallies,
  classIndex: number,
  pauses: boolean,
): Map<number, Before> {
  const found = new Map<number, Before>();
  const first = model.classes[classIndex]?.firstStage ?? -1;
  if (first === -1) return found;
  const { assistant = null } =
    network.lines.find(({ stage, isInternal }) => stage === first && !isInternal) ?? {};
  const waits = assistant === null ? 0 : assistant.share * (model.laws[assistant.law]?.meanSeconds ?? 0);
  found.set(first, { share: 1, waits, handling: 0 });
  for (const stage of network.order) {
    const here = found.get(stage);
    const live = network.liveLine[stage] as number;
    const line = network.lines[live === -1 ? (network.deferredLine[stage] as number) : live];
    if (here === undefined || line === undefined) continue;
    const answered = ofTeam.answered[line.team] as number;
    const wait = answered > 0 ? (ofTeam.answerWaitSeconds[line.team] as number) / answered : 0;
    for (const next of nextOf(model, stage, line.pair)) {
      if ((network.placeOf[next.stage] as number) <= (network.placeOf[stage] as number)) continue;
      const away =
        next.kind === outcomeKind.otherDepartment && !pauses ? (model.laws[next.law]?.meanSeconds ?? 0) : 0;
      const there = found.get(next.stage) ?? { share: 0, waits: 0, handling: 0 };
      there.share += here.share * next.share;
      there.waits += (here.waits + here.share * (wait + away)) * next.share;
      there.handling += (here.handling + here.share * line.spanSeconds) * next.share;
      found.set(next.stage, there);
    }
  }
  return found;
}
