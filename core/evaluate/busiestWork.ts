// The live work of a plan in the interval in which it is most, by team or by issue type: what teams would be pooled or split for.
import type { BusiestWork, BusyKind } from '../measures/pooling.ts';
import type { Plan } from '../plan/schema/plan.ts';
import { isoDateOf, TimeAxis } from '../simulation/compile/timeAxis.ts';
import type { CompiledModel, TimeZoneOffsets } from '../simulation/index.ts';
import { answerOf } from './evaluate.ts';
import { stepsToWalk } from './ground.ts';
import { type Line, networkOf } from './network.ts';
import { PromiseClock } from './promiseClock.ts';
import { ComingWork } from './requirement/comingWork.ts';
import { stepsOf } from './steps.ts';
import { unitsOf } from './units.ts';

interface Gathered {
  contacts: number;
  work: number;
  leaving: number;
  target: number | null;
  share: number | null;
}

/**
 * What comes live to each team, or of each issue type, in the busiest interval of the counted time: contacts from customers, by return
 * and from other teams, on average over busy and quiet days; their mean handling and patience; the strictest promise on their wait.
 *
 * The busiest interval is the one with the most Erlangs in all. Undefined: nothing live ever comes. Range: plans without faults, of at
 * most `mostIntervals`. Example: 288 calls an hour all week: the first interval, 288 an hour.
 */
export function busiestWork(
  plan: Plan,
  model: CompiledModel,
  offsets: TimeZoneOffsets,
  by: BusiestWork['by'],
): BusiestWork | undefined {
  const steps = stepsOf(model);
  const network = networkOf(model);
  const units = unitsOf(model, network);
  const first = Math.min(steps.count - 1, Math.ceil(steps.warmUpSeconds / steps.seconds - 1e-9));
  const stretch = { first, last: steps.count };
  const size = stretch.last - stretch.first;
  const coming = units.map((unit) => new ComingWork(unit, stretch));
  answerOf(model, {
    steps,
    onlooker: {
      begin: (...walk) => {
        for (const one of coming) one.begin(...walk);
      },
      ended: (...step) => {
        for (const one of coming) one.ended(...step);
      },
    },
  });
  const isMeant = (line: Line): boolean => line.live && !line.isInternal;
  const loads = new Float64Array(size);
  const each = (visit: (line: Line, l: number, i: number, contacts: number) => void): void => {
    for (const [u, unit] of units.entries()) {
      for (const { weight, joining } of (coming[u] as ComingWork).days)
        for (const [place, l] of unit.lines.entries()) {
          const line = network.lines[l] as Line;
          if (!isMeant(line)) continue;
          for (let i = 0; i < size; i += 1) {
            const came = weight * (joining[place * size + i] as number);
            if (came > 0) visit(line, l, i, came);
          }
        }
    }
  };
  each((line, _l, i, came) => {
    loads[i] = (loads[i] as number) + came * line.seconds;
  });
  let busiest = 0;
  for (let i = 1; i < size; i += 1)
    if ((loads[i] as number) > (loads[busiest] as number) * (1 + 1e-12)) busiest = i;
  if (!((loads[busiest] ?? 0) > 0)) return undefined;

  const clock = new PromiseClock(model, steps.seconds, stepsToWalk(model, steps, network));
  const all = model.promises.map((_, p) => p);
  const parts = by === 'team' ? model.teams.map(({ id }) => id) : plan.issueTypes.map(({ id }) => id);
  const found = new Map<string, Gathered>();
  each((line, _l, i, came) => {
    if (i !== busiest) return;
    const part = partOf(model, line, by);
    const one = found.get(part) ?? { contacts: 0, work: 0, leaving: 0, target: null, share: null };
    one.contacts += came;
    one.work += came * line.seconds;
    one.leaving += Number.isFinite(line.patience) ? came / line.patience : 0;
    for (const { promise, withHandling } of clock.promisesOf(line, all)) {
      const { targetSeconds = 0 } = model.promises[promise] ?? {};
      if (withHandling || (one.target !== null && targetSeconds >= one.target)) continue;
      one.target = targetSeconds;
      one.share = model.promises[promise]?.shareToAttain ?? null;
    }
    found.set(part, one);
  });
  const axis = new TimeAxis(plan.horizon.start, plan.locale.timeZone, offsets);
  const at = (first + busiest) * steps.seconds;
  let day = 0;
  while (axis.elapsed(axis.timeZone, axis.firstDay + day + 1, 0) <= at) day += 1;
  return {
    by,
    day,
    date: isoDateOf(axis.firstDay + day),
    startMinute: Math.round((at - axis.elapsed(axis.timeZone, axis.firstDay + day, 0)) / 60),
    intervalSeconds: steps.seconds,
    kinds: parts.flatMap((part): BusyKind[] => {
      const one = found.get(part);
      if (one === undefined || one.work === 0) return [];
      return [
        {
          part,
          contactsPerHour: (one.contacts * 3600) / steps.seconds,
          handlingSeconds: one.work / one.contacts,
          patienceSeconds: one.leaving > 0 ? one.contacts / one.leaving : null,
          targetSeconds: one.target,
          shareToAttain: one.share,
        },
      ];
    }),
  };
}

const partOf = (model: CompiledModel, line: Line, by: BusiestWork['by']): string =>
  by === 'team'
    ? (model.teams[line.team]?.id ?? '')
    : (model.issueTypes[model.classes[line.classIndex]?.issueType ?? -1]?.id ?? '');
