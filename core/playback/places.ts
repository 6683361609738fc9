// Where a contact of a trace is after a step: the same for the picture that moves, for the flows and for the time that is lost.

/**
 * `away`: has been helped or sent away and will come back one day, as new volume; `outside`: before its first line, or between two attempts; `line`: waits for a team; `agent`: somebody of the team has it;
 * `department`: another department has it.
 */
export const placeKinds = ['away', 'outside', 'line', 'agent', 'department'] as const;
export type PlaceKind = (typeof placeKinds)[number];

const perKind = 65_536;

/** A place as one number; the team of a department is the one that asked it. -1: none. */
export const placeOf = (kind: PlaceKind, team: number): number =>
  placeKinds.indexOf(kind) * perKind + (team < 0 ? 0 : team);
export const kindOf = (place: number): PlaceKind => placeKinds[Math.floor(place / perKind)] ?? 'outside';
export const teamOf = (place: number): number => place % perKind;

export const away = placeOf('away', -1);
/** Where it begins. */
export const outside = placeOf('outside', -1);

/** Steps that change nothing about where the contact is. */
const staying: ReadonlySet<string> = new Set([
  'talkEnd',
  'escalated',
  'toLead',
  'held',
  'released',
  'priorityRaised',
  'resolved',
  'deflected',
  'contained',
  'turnedAway',
  'balked',
  'disconnected',
  'unreached',
]);

/** The place after a step; `before` is the one until then. */
export function placeAfter(
  step: string,
  where: number,
  before: number,
  teamOfGroup: ReadonlyArray<number> | Int32Array,
): number {
  switch (step) {
    case 'wait':
    case 'moved':
      return placeOf('line', where);
    case 'answer':
    case 'tried':
      return placeOf('agent', teamOfGroup[where] ?? -1);
    case 'interrupted':
      return placeOf('line', teamOfGroup[where] ?? -1);
    case 'returns':
      return away;
    case 'otherDepartment':
      return placeOf('department', teamOf(before));
    default:
      return staying.has(step) ? before : outside;
  }
}

/** Last steps of those who leave with what they came for; all others leave without it. */
const solved: ReadonlySet<string> = new Set(['resolved', 'deflected', 'contained']);
export const isSolved = (lastStep: string): boolean => solved.has(lastStep);
