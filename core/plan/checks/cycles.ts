// Escalations may lead in circles, but not in circles without time, without a free agent or without an end.
import type { FaultCode } from '../faultCodes.ts';
import type { Journey, ServedDemand, Step } from '../journeys.ts';
import { type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';

/** The steps of the first circle that these steps close, in their order; undefined: there is none. */
function circleIn(steps: readonly Step[]): Step[] | undefined {
  const from = new Map<number, Step[]>();
  for (const step of steps) from.set(step.from, [...(from.get(step.from) ?? []), step]);
  const done = new Set<number>();
  for (const start of from.keys()) {
    // The way from the start to here, and for each place on it the steps not yet tried.
    const way: Step[] = [];
    const untried = [[...(from.get(start) ?? [])]];
    const onWay = [start];
    while (onWay.length > 0) {
      const here = onWay.at(-1) as number;
      const step = done.has(here) ? undefined : untried.at(-1)?.pop();
      if (step === undefined) {
        done.add(here);
        onWay.pop();
        untried.pop();
        way.pop();
        continue;
      }
      const seen = onWay.indexOf(step.to);
      if (seen >= 0) return [...way.slice(seen), step];
      way.push(step);
      onWay.push(step.to);
      untried.push([...(from.get(step.to) ?? [])]);
    }
  }
  return undefined;
}

type TeamNames = Pick<ServedDemand, 'teams'>;

const teamName = (plan: TeamNames, team: number | undefined): string => plan.teams[team ?? -1]?.id ?? '';

const circleName = (plan: TeamNames, circle: readonly Step[]): string =>
  [...circle.map((step) => step.from), circle[0]?.from].map((team) => teamName(plan, team)).join(' → ');

function circles(
  plan: TeamNames,
  journeys: readonly Journey[],
  code: FaultCode,
  stepsOf: (journey: Journey) => readonly Step[],
): PlanFault[] {
  const found = new Map<string, PlanFault>();
  for (const journey of journeys) {
    const { facts } = journey;
    const circle = circleIn(stepsOf(journey));
    if (circle === undefined) continue;
    const cycle = circleName(plan, circle);
    const { issueType, channel } = facts;
    if (!found.has(cycle))
      found.set(cycle, planFault(code, circle[0]?.path ?? ['outcomes'], { cycle, issueType, channel }));
  }
  return [...found.values()];
}

export const cyclesTakeTime = (plan: TeamNames, journeys: readonly Journey[]): PlanFault[] =>
  circles(plan, journeys, 'escalationWithoutTime', ({ steps }) => steps.filter((step) => step.canBeInstant));

/** In a circle of warm hand-overs each agent could wait for the next one for ever. */
export const warmCycles = (plan: TeamNames, journeys: readonly Journey[]): PlanFault[] =>
  circles(plan, journeys, 'warmHandOverCycle', ({ steps }) => steps.filter((step) => step.isWarm));

/** A trigger whose instant is past acts at once: in a circle of them a contact would be moved for ever. */
export const triggerCycles = (plan: TeamNames, journeys: readonly Journey[]): PlanFault[] =>
  circles(plan, journeys, 'triggerCycle', ({ moves }) => moves);

/** Places from which no way leads to a resolution, because every share is passed on. */
function hopeless({ places, steps }: Journey): number[] {
  const passedOn = new Map<number, Map<string, number>>();
  const into = new Map<number, number[]>();
  for (const step of steps) {
    const shares = passedOn.get(step.from) ?? new Map<string, number>();
    passedOn.set(step.from, shares.set(step.path.join('.'), step.share));
    into.set(step.to, [...(into.get(step.to) ?? []), step.from]);
  }
  const resolves = (team: number): boolean =>
    [...(passedOn.get(team)?.values() ?? [])].reduce((sum, share) => sum + share, 0) < 1 - 1e-9;
  const pending = [...places.keys()].filter(resolves);
  const hopeful = new Set(pending);
  for (let team = pending.pop(); team !== undefined; team = pending.pop()) {
    for (const before of into.get(team) ?? []) {
      if (hopeful.has(before)) continue;
      hopeful.add(before);
      pending.push(before);
    }
  }
  return [...places.keys()].filter((team) => !hopeful.has(team));
}

export function everyoneResolved(plan: TeamNames, journeys: readonly Journey[]): PlanFault[] {
  const found = new Map<string, PlanFault>();
  for (const journey of journeys) {
    const stuck = hopeless(journey);
    if (stuck.length === 0) continue;
    const teams = stuck.map((team) => teamName(plan, team)).join(', ');
    const path = journey.steps.find((step) => stuck.includes(step.from))?.path ?? ['outcomes'];
    const { issueType, channel } = journey.facts;
    if (!found.has(teams)) found.set(teams, planFault('neverResolved', path, { teams, issueType, channel }));
  }
  return [...found.values()];
}

/** Teams that report to each other in a circle, so that nobody leads them. */
export function reportingLines(plan: Pick<Plan, 'teams'>): PlanFault[] {
  const position = new Map(plan.teams.map((team, index) => [team.id, index]));
  const steps = plan.teams.flatMap((team, from): Step[] => {
    const to = position.get(team.reportsTo ?? '');
    if (to === undefined) return [];
    return [{ from, to, share: 1, isWarm: false, canBeInstant: false, path: ['teams', from, 'reportsTo'] }];
  });
  const circle = circleIn(steps);
  if (circle === undefined) return [];
  return [planFault('reportingCycle', circle[0]?.path ?? ['teams'], { cycle: circleName(plan, circle) })];
}
