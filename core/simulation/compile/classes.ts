// Classes of contacts: arrival rates, what stands before the people, redials, call-backs; and pieces of internal work.

import { type Channel, isLive } from '../../plan/schema/channel.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { hashKey } from '../engine/streams.ts';
import type { CallBackOffer, CallBackTries, ClassModel } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';
import type { LawTable } from './lawTable.ts';
import { LocalMonths, rateSegments } from './rates.ts';
import type { TimeAxis } from './timeAxis.ts';

function offerOf(row: ClassRow, channel: Channel): CallBackOffer | null {
  const offer = channel.callBackOffer;
  if (offer === undefined || row.callBackRow === -1) return null;
  return {
    callBackClass: row.callBackRow,
    thresholdSeconds: offer.thresholdSeconds,
    acceptedShare: amount(offer.acceptedShare),
  };
}

/** How call-backs are tried is said where they are offered: at the channel of the row that they come from. */
function triesOf(row: ClassRow, offering: Channel | undefined, laws: LawTable): CallBackTries | null {
  const offer = offering?.callBackOffer;
  if (row.kind !== 'callBack' || offer === undefined) return null;
  return {
    unansweredShare: amount(offer.unansweredShare),
    failedAttemptLaw: laws.add(offer.failedAttempt),
    retryDelayLaw: laws.add(offer.retryDelay),
    retries: offer.retries,
  };
}

export function classModels(
  plan: Plan,
  rows: readonly ClassRow[],
  laws: LawTable,
  axis: TimeAxis,
  days: number,
  firstStages: readonly number[],
  homeStages: readonly number[],
): ClassModel[] {
  const months = new LocalMonths(plan.locale.calendar);
  const splitDays = plan.volumeModel.busyDayCv > 0;
  const channelOf = (row: ClassRow | undefined): Channel | undefined =>
    plan.channels.find((entry) => entry.id === row?.demand.channel);
  return rows.map((row, c) => {
    const { demand } = row;
    const issueTypeIndex = plan.issueTypes.findIndex((entry) => entry.id === demand.issueType);
    const channelIndex = plan.channels.findIndex((entry) => entry.id === demand.channel);
    const issueType = plan.issueTypes[issueTypeIndex];
    const channel = plan.channels[channelIndex];
    if (issueType === undefined || channel === undefined)
      throw new Error(`demand ${demand.id} has a broken reference`);
    const [key0, key1] = hashKey(row.key);
    const arrives = row.kind === 'demand';
    const backlog = plan.startingBacklog[row.backlog];
    const profile = plan.profiles.find((entry) => entry.id === demand.profile);
    const { selfService } = issueType;
    const { assistant, redial } = channel;
    return {
      id: row.id,
      key0,
      key1,
      origin: row.origin,
      callBackOffer: offerOf(row, channel),
      callBackTries: triesOf(row, channelOf(rows[row.origin]), laws),
      backlog:
        backlog === undefined
          ? null
          : {
              contacts: backlog.contacts,
              oldestSeconds: backlog.oldestSeconds,
              stage: homeStages[c] as number,
            },
      isInternal: false,
      issueType: issueTypeIndex,
      channel: channelIndex,
      live: isLive(channel),
      answeredAtBegin: isLive(channel) || channel.kind === 'callBack',
      segments:
        arrives && demand.volume !== undefined
          ? rateSegments(demand, profile, axis, days, months, splitDays)
          : null,
      arrivalsSeconds:
        arrives && demand.arrivalsSeconds !== undefined
          ? Float64Array.from(demand.arrivalsSeconds).sort()
          : null,
      selfServiceTried: selfService === undefined ? 0 : amount(selfService.triedShare),
      selfServiceDeflected: selfService === undefined ? 0 : amount(selfService.deflectedShare),
      selfServiceDelayLaw: laws.add(selfService?.delay),
      assistantShare: assistant === undefined ? 0 : amount(assistant.share),
      assistantTimeLaw: laws.add(assistant?.time),
      assistantResolved: assistant === undefined ? 0 : amount(assistant.resolvedShare),
      assistantHandedOver: assistant === undefined ? 0 : amount(assistant.handedOverShare),
      handOverFactor: assistant?.handOverHandlingFactor ?? 1,
      bounceDelayLaw: laws.add(assistant?.bounceReturnDelay),
      redialShare: redial === undefined ? 0 : amount(redial.share),
      blockedRedialShare: redial?.blockedShare === undefined ? 0 : amount(redial.blockedShare),
      redialDelayLaw: laws.add(redial?.delay),
      samePatience: redial?.samePatience ?? false,
      preemptible: issueType.preemptible ?? false,
      firstStage: firstStages[c] as number,
    };
  });
}
