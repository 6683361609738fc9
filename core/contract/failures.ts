// The closed list of ways in which a request can fail; each code has a text with remedy in locales/<lang>/failures.json.
import type { Fault } from '../units/fault.ts';
import type { Conflict } from './library.ts';

export const failureCodes = [
  'invalidInput',
  'planInvalid',
  'unknownSample',
  'unknownRun',
  'tooManyRuns',
  'runFailed',
  'runTooLarge',
  'formulaTooLarge',
  'nobodyToChange',
  'calculationTooLarge',
  'runCancelled',
  'traceOutside',
  'traceTooLarge',
  'unknownPlan',
  'unknownTeam',
  'unknownScenario',
  'unknownVersion',
  'editRefused',
  'staleRevision',
  'nothingToUndo',
  'nothingToRedo',
  'undoBlocked',
  'libraryReadOnly',
  'libraryNewer',
  'libraryForeign',
  'libraryDamaged',
  'libraryReplaced',
  'libraryWentBack',
  'libraryOnNetwork',
  'libraryBusy',
  'libraryUnavailable',
  'libraryLost',
  'lookEnded',
  'upgradeStopped',
  'diskFull',
  'notSaved',
  'fileUnreadable',
  'fileNotWritten',
  'unknownMeasure',
  'unknownSubject',
  'subjectMissing',
  'subjectAmbiguous',
  'notOverTime',
  'badMoment',
  'momentOutside',
  'unknownMethod',
  'unauthorised',
  'forbiddenOrigin',
  'tooLarge',
  'unreachable',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

export interface Failure {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** Every fault of the input with its path; for planInvalid and invalidInput. */
  readonly faults?: readonly Fault[];
  /** Both states; for staleRevision. */
  readonly conflict?: Conflict;
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };
