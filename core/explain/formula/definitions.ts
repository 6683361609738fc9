// The measures as the formulas define them, over the sums of a plan. A test holds each against the number of the answer.
import type { MeasureId } from '../../measures/catalogue.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { SeriesMeasure } from '../../measures/result.ts';

export interface Definition {
  readonly formula: Formula;
  /** The sum that is followed back to the fields of the plan, and the time at which it tells most. */
  readonly main: QuantityName;
  readonly peakOf: SeriesMeasure;
}

/** Over time by the measure that stands for the sum. */
const peaks: Readonly<Partial<Record<QuantityName, SeriesMeasure>>> = {
  abandoned: 'abandonedContacts',
  blocked: 'blockedContacts',
  waitSeconds: 'queueLengthMeanContacts',
  answerWaitSeconds: 'queueLengthMeanContacts',
  firstResponseSeconds: 'queueLengthMeanContacts',
  queueSeconds: 'queueLengthMeanContacts',
  dutySeconds: 'agentsOnDutyMean',
};

const followed = (main: QuantityName, formula: Formula): Definition => ({
  ...{ formula, main, peakOf: peaks[main] ?? 'offeredContacts' },
});
const counts = (main: QuantityName): Definition => followed(main, main);
const ratio = (main: QuantityName, below: Formula): Definition => followed(main, ['/', main, below]);
const atMostOne = (above: QuantityName, below: QuantityName, main: QuantityName): Definition =>
  followed(main, ['min', 1, ['/', above, below]]);

const definitions: Readonly<Partial<Record<MeasureId, Definition>>> = {
  offeredContacts: counts('offered'),
  redialContacts: counts('redials'),
  returnedContacts: counts('returned'),
  deflectedContacts: counts('deflected'),
  containedContacts: counts('contained'),
  bouncedContacts: counts('bounced'),
  answeredContacts: counts('answered'),
  abandonedContacts: counts('abandoned'),
  blockedContacts: counts('blocked'),
  turnedAwayContacts: counts('turnedAway'),
  resolvedContacts: counts('resolved'),
  escalatedContacts: counts('escalated'),
  escalatedToLeadContacts: counts('toLead'),
  otherDepartmentContacts: counts('otherDepartment'),
  queueLengthAtEndContacts: counts('queueAtEnd'),
  abandonedFraction: ratio('abandoned', ['+', 'answered', 'abandoned']),
  waitMeanSeconds: ratio('waitSeconds', ['+', 'answered', 'abandoned']),
  answerWaitMeanSeconds: ratio('answerWaitSeconds', 'answered'),
  queueLengthMeanContacts: ratio('queueSeconds', 'observedSeconds'),
  firstResponseMeanSeconds: ratio('firstResponseSeconds', 'firstResponses'),
  firstContactResolutionFraction: ratio('resolvedForGood', 'resolved'),
  returnRateFraction: followed('resolvedForGood', ['-', 1, ['/', 'resolvedForGood', 'resolved']]),
  transfersPerContact: ratio('transfers', 'firstResponses'),
  agentsOnDutyMean: ratio('dutySeconds', 'observedSeconds'),
  occupancyFraction: atMostOne('busySeconds', 'dutySeconds', 'dutySeconds'),
  loadFraction: ratio('offeredWorkSeconds', 'dutySeconds'),
  utilisationFraction: atMostOne('busySeconds', 'presentSeconds', 'busySeconds'),
  backlogMeanContacts: ratio('backlogSum', 'samples'),
  serviceLevelFraction: followed('met', ['min', 1, ['max', 0, ['/', 'met', 'counted']]]),
};

/** Offered to a tier or a team are visits of its lines. */
export function definitionOf(measure: MeasureId, isOfTeams: boolean): Definition | undefined {
  return measure === 'offeredContacts' && isOfTeams ? counts('visits') : definitions[measure];
}

/** Counts, which over several weeks of one interval are told as a mean. */
export const isCount = ({ formula }: Definition): boolean => typeof formula === 'string';
