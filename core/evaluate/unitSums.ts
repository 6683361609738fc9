// What one walk through a unit counts: sums by line, by arriving class and by group, what is drawn over time, and the work that
// goes on to other units. Plain arrays: thousands of steps add to them, and an answer of before is kept by keeping them.
import type { Unit } from './units.ts';

const numbersOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name, i) => [name, i])) as Readonly<Record<Name, number>>;

/** Of a line; what follows from how many came and were handled is counted at the end, by flowSums.ts. */
export const lineSums = [
  'visits',
  'answered',
  'abandoned',
  'blocked',
  'waitSeconds',
  'answerWaitSeconds',
  'queueSeconds',
  'firstResponses',
  'firstResponseSeconds',
  'escalated',
  'toLead',
  'otherDepartment',
  'transfers',
  'resolved',
  'resolvedForGood',
  'redials',
  'offeredWork',
  'backlogSteps',
  'queueAtEnd',
  'lost',
  'handled',
] as const;
export const frontSums = ['offered', 'returned', 'deflected', 'contained', 'bounced', 'turnedAway'] as const;
export const groupSums = ['dutySeconds', 'busySeconds'] as const;
/** Drawn over time by channel; by team there are the queue and the backlog, and the sums of its groups. */
export const channelLines = [
  'offered',
  'queueSeconds',
  'answered',
  'abandoned',
  'blocked',
  'resolved',
  'waitSeconds',
  'firstResponseSeconds',
  'firstResponses',
] as const;
export const teamLines = ['queueSeconds', 'backlogSteps'] as const;

export const ofLine = numbersOf(lineSums);
export const ofFront = numbersOf(frontSums);
export const ofGroup = numbersOf(groupSums);
export const onChannel = numbersOf(channelLines);
export const onTeam = numbersOf(teamLines);
export const lineCount = lineSums.length;
export const frontCount = frontSums.length;

/** Bins of the ages that resolution promises follow. */
export const ageBins = 32;

/** How many numbers there are of each: of a unit, so many steps and promises on the resolution. */
export const unitSumsSizes = {
  lines: ({ lines }: Unit) => lines.length * lineCount,
  fronts: ({ classes }: Unit) => classes.length * frontCount,
  groups: ({ groups }: Unit) => groups.length * groupSums.length,
  channelSeries: ({ channels }: Unit, steps: number) => channels.length * channelLines.length * steps,
  teamSeries: ({ teams }: Unit, steps: number) => teams.length * teamLines.length * steps,
  groupSeries: ({ groups }: Unit, steps: number) => groups.length * groupSums.length * steps,
  promiseLines: ({ lines, promises }: Unit) => lines.length * promises.length * 2,
  promiseFronts: ({ classes, promises }: Unit) => classes.length * promises.length,
  promiseSeries: ({ promises }: Unit, steps: number) => promises.length * 2 * steps,
  ages: ({ lines }: Unit, _steps: number, resolutionPromises: number) =>
    resolutionPromises * lines.length * (ageBins + 1),
} as const satisfies { readonly [name: string]: (unit: Unit, steps: number, promises: number) => number };

export class UnitSums {
  readonly lines: Float64Array;
  readonly fronts: Float64Array;
  readonly groups: Float64Array;
  /** By place and measure, then by step. */
  readonly channelSeries: Float64Array;
  readonly teamSeries: Float64Array;
  readonly groupSeries: Float64Array;
  /** By promise of the unit: counted, then met; by line (or arriving class) and promise, and by promise and step. */
  readonly promiseLines: Float64Array;
  readonly promiseFronts: Float64Array;
  readonly promiseSeries: Float64Array;
  /** By promise on the resolution and line: contacts by wait in parts of the target, and in the last place how many in all. */
  readonly ages: Float64Array;
  /** Work that comes to stages of other units, by step. */
  readonly outgoing = new Map<number, Float64Array>();

  constructor(unit: Unit, steps: number, resolutionPromises: number) {
    const of = (name: keyof typeof unitSumsSizes): Float64Array =>
      new Float64Array(unitSumsSizes[name](unit, steps, resolutionPromises));
    this.lines = of('lines');
    this.fronts = of('fronts');
    this.groups = of('groups');
    this.channelSeries = of('channelSeries');
    this.teamSeries = of('teamSeries');
    this.groupSeries = of('groupSeries');
    this.promiseLines = of('promiseLines');
    this.promiseFronts = of('promiseFronts');
    this.promiseSeries = of('promiseSeries');
    this.ages = of('ages');
  }
}

export function add(into: Float64Array, at: number, amount: number): void {
  into[at] = (into[at] as number) + amount;
}
