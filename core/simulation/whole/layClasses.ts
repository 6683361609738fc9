// The rows of demand: what they say of their contacts, and their arrivals.
import { unitSampler } from '../engine/arrivalProcess.ts';
import { packPurpose, purpose, setStreamKey } from '../engine/streams.ts';
import { busyDayFactors } from '../model/busyDays.ts';
import { classRanks } from '../model/classRanks.ts';
import type { ClassModel } from '../model/compiledModel.ts';
import { secondsBetweenArrivals } from '../model/secondsBetweenArrivals.ts';
import { classKeyBytes } from './layRules.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { classRow, sourceRow, stateRow } from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';

/** Arrivals of a block, and bytes of each: as in kernel/arrivals.ts. */
const blockBytes = 64 * 32;
const lineBytes = { bytes: 64 };
/** As in kernel/yielding.ts. */
const isPreemptible = 2;
/** About so many arrivals of all classes are sorted together. */
const arrivalsAtOnce = 256;
/** As in kernel/arrivalOrder.ts. */
const parts = 512;

export function layClasses(places: ModelPlaces, seed: number, replication: number): void {
  const { laying, model } = places;
  const ranks = classRanks(model);
  const factors = busyDayFactors(model, seed, replication);
  const factorsAt = factors === null ? 0 : laying.array(factors);
  model.classes.forEach((entry, c) => {
    const at = places.classAt(c);
    laying.int(at + classRow.index, c);
    laying.int(at + classRow.key0, entry.key0);
    laying.int(at + classRow.key1, entry.key1);
    laying.int(at + classRow.rank, ranks[c] as number);
    laying.int(at + classRow.keys, laying.take(classKeyBytes));
    laying.int(at + classRow.pairs, places.pairAt(c, 0));
    laySaid(places, at, entry);
    layArrivals(places, at, entry, seed, replication);
    laying.int(at + classRow.factors, entry.isInternal ? 0 : factorsAt);
  });
  laying.int(stateAt + stateRow.unitTable, laying.lines(unitSampler.tableOf(0) as Float64Array));
  laying.int(stateAt + stateRow.sources, laying.take(sourceRow.bytes * model.classes.length));
  const mergedSeconds = arrivalsAtOnce * secondsBetweenArrivals(model);
  laying.float(stateAt + stateRow.mergedSeconds, mergedSeconds);
  laying.float(stateAt + stateRow.partsPerSecond, parts / mergedSeconds);
}

function laySaid(places: ModelPlaces, at: number, entry: ClassModel): void {
  const { laying } = places;
  const { callBackOffer: offer, callBackTries: tries } = entry;
  laying.float(at + classRow.thresholdSeconds, offer?.thresholdSeconds ?? 0);
  laying.float(at + classRow.acceptedShare, offer?.acceptedShare ?? 0);
  laying.float(at + classRow.unansweredShare, tries?.unansweredShare ?? 0);
  laying.float(at + classRow.selfServiceTried, entry.selfServiceTried);
  laying.float(at + classRow.selfServiceDeflected, entry.selfServiceDeflected);
  laying.float(at + classRow.assistantShare, entry.assistantShare);
  laying.float(at + classRow.assistantResolved, entry.assistantResolved);
  laying.float(at + classRow.assistantHandedOver, entry.assistantHandedOver);
  laying.float(at + classRow.handOverFactor, entry.handOverFactor);
  laying.float(at + classRow.redialShare, entry.redialShare);
  laying.float(at + classRow.blockedRedialShare, entry.blockedRedialShare);
  laying.int(at + classRow.origin, places.classAt(entry.origin));
  laying.flag(at + classRow.isInternal, entry.isInternal);
  laying.flag(at + classRow.live, entry.live);
  laying.flag(at + classRow.answeredAtBegin, entry.answeredAtBegin);
  laying.int(at + classRow.preemptible, entry.preemptible ? isPreemptible : 0);
  laying.flag(at + classRow.samePatience, entry.samePatience);
  laying.int(at + classRow.channel, places.channelAt(entry.channel));
  laying.int(at + classRow.gate, gateOf(places, entry));
  laying.int(at + classRow.firstStage, places.stageAt(entry.firstStage));
  laying.int(at + classRow.callBackClass, places.classAt(offer?.callBackClass ?? -1));
  laying.flag(at + classRow.hasTries, tries !== null);
  laying.int(at + classRow.retries, tries?.retries ?? 0);
  laying.int(at + classRow.failedAttemptLaw, places.lawAt(tries?.failedAttemptLaw ?? -1));
  laying.int(at + classRow.retryDelayLaw, places.lawAt(tries?.retryDelayLaw ?? -1));
  laying.int(at + classRow.selfServiceDelayLaw, places.lawAt(entry.selfServiceDelayLaw));
  laying.int(at + classRow.assistantTimeLaw, places.lawAt(entry.assistantTimeLaw));
  laying.int(at + classRow.bounceDelayLaw, places.lawAt(entry.bounceDelayLaw));
  laying.int(at + classRow.redialDelayLaw, places.lawAt(entry.redialDelayLaw));
}

/** The hours outside which who comes is turned away: by live channels that do so. */
function gateOf(places: ModelPlaces, { live, channel }: ClassModel): number {
  const row = live ? places.model.channels[channel] : undefined;
  return row?.turnAway ? places.windowsAt(row.windows) : places.alwaysOpen;
}

function layArrivals(
  places: ModelPlaces,
  at: number,
  { key0, key1, segments, arrivalsSeconds }: ClassModel,
  seed: number,
  replication: number,
): void {
  const { laying } = places;
  if (segments !== null) {
    const key = { k0: 0, k1: 0 };
    setStreamKey(key, seed, replication, key0, key1, 0, 0, packPurpose(purpose.arrival, 0), 0);
    const { startsSeconds, ratePerSecond, day } = segments;
    laying.float(at + classRow.position, startsSeconds[0] ?? 0);
    laying.int(at + classRow.arrivalKey0, key.k0);
    laying.int(at + classRow.arrivalKey1, key.k1);
    laying.int(at + classRow.segments, ratePerSecond.length);
    laying.int(at + classRow.starts, laying.array(startsSeconds));
    laying.int(at + classRow.rates, laying.array(ratePerSecond));
    laying.int(at + classRow.days, laying.array(day));
    laying.int(at + classRow.block, laying.rows(lineBytes, (2 * blockBytes) / lineBytes.bytes));
  } else if (arrivalsSeconds !== null) {
    const first = laying.array(arrivalsSeconds);
    laying.int(at + classRow.recorded, first);
    laying.int(at + classRow.recordedEnd, first + arrivalsSeconds.byteLength);
  }
}
