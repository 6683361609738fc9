// Classes of contacts and the triggers that act on them while they wait, as parts of the compiled model.
import type { RateSegments } from '../engine/arrivalProcess.ts';

/** What a live channel offers to those who would wait long (rule 6). */
export interface CallBackOffer {
  /** Class as which who accepts goes on. */
  readonly callBackClass: number;
  readonly thresholdSeconds: number;
  readonly acceptedShare: number;
}

/** How call-backs are tried until the customer answers (rule 6). */
export interface CallBackTries {
  readonly unansweredShare: number;
  readonly failedAttemptLaw: number;
  readonly retryDelayLaw: number;
  readonly retries: number;
}

/**
 * One row of demand: an issue type over a channel. Behind the rows of demand stand the starting backlogs, then those
 * who accepted a call-back (by the class that they come from), then the pieces of internal work.
 */
export interface ClassModel {
  readonly id: string;
  readonly key0: number;
  readonly key1: number;
  /** Class as which the journal and the order of simultaneous events know the contact; another one for call-backs only. */
  readonly origin: number;
  /** The offer of a call-back; null: none. */
  readonly callBackOffer: CallBackOffer | null;
  /** Not null for call-backs that were offered: how they are tried. */
  readonly callBackTries: CallBackTries | null;
  /** Contacts of a starting backlog and the age of the oldest; null for all other classes. */
  readonly backlog: {
    readonly contacts: number;
    readonly oldestSeconds: number;
    readonly stage: number;
  } | null;
  /** Pieces of internal work, which are no contacts. */
  readonly isInternal: boolean;
  readonly issueType: number;
  readonly channel: number;
  readonly live: boolean;
  /** First response is the begin of the conversation: live channels and call-backs. */
  readonly answeredAtBegin: boolean;
  readonly segments: RateSegments | null;
  /** Recorded arrivals instead of a rate, in rising order. */
  readonly arrivalsSeconds: Float64Array | null;
  readonly selfServiceTried: number;
  readonly selfServiceDeflected: number;
  readonly selfServiceDelayLaw: number;
  readonly assistantShare: number;
  readonly assistantTimeLaw: number;
  readonly assistantResolved: number;
  readonly assistantHandedOver: number;
  readonly handOverFactor: number;
  readonly bounceDelayLaw: number;
  readonly redialShare: number;
  readonly blockedRedialShare: number;
  readonly redialDelayLaw: number;
  readonly samePatience: boolean;
  /** A talk with such a contact yields to one of higher rank that finds nobody free. */
  readonly preemptible: boolean;
  /** Stage at which people take the contact first: the dispatcher's, or the home stage. */
  readonly firstStage: number;
}

/** A trigger that holds in a line (rule 12, while waiting). */
export interface TriggerModel {
  /** Acts at the queue entry of the first stage from this attempt on (2: the first redial); 0: not by attempt. */
  readonly fromAttempt: number;
  /** Acts when this share of the target of an open promise has passed; 0: not by age. */
  readonly shareOfTarget: number;
  /** Priority to which the contact is raised; 0: to none. */
  readonly raiseTo: number;
  /** Stage to which the contact is moved; -1: to none. */
  readonly moveStage: number;
}
