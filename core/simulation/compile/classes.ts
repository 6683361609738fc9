// Rows of demand -> classes: arrival rates, what stands before the people, redials.

import { isLive } from '../../plan/schema/channel.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { hashKey } from '../engine/streams.ts';
import type { ClassModel } from '../model/compiledModel.ts';
import type { LawTable } from './lawTable.ts';
import { LocalMonths, rateSegments } from './rates.ts';
import type { TimeAxis } from './timeAxis.ts';

export function classModels(
  plan: Plan,
  laws: LawTable,
  axis: TimeAxis,
  days: number,
  firstStages: readonly number[],
): ClassModel[] {
  const months = new LocalMonths(plan.locale.calendar);
  const splitDays = plan.volumeModel.busyDayCv > 0;
  return plan.demand.map((demand, c) => {
    const issueTypeIndex = plan.issueTypes.findIndex((entry) => entry.id === demand.issueType);
    const channelIndex = plan.channels.findIndex((entry) => entry.id === demand.channel);
    const issueType = plan.issueTypes[issueTypeIndex];
    const channel = plan.channels[channelIndex];
    if (issueType === undefined || channel === undefined)
      throw new Error(`demand ${demand.id} has a broken reference`);
    const [key0, key1] = hashKey(demand.streamKey ?? demand.id);
    const profile = plan.profiles.find((entry) => entry.id === demand.profile);
    const { selfService } = issueType;
    const { assistant, redial } = channel;
    return {
      id: demand.id,
      key0,
      key1,
      issueType: issueTypeIndex,
      channel: channelIndex,
      live: isLive(channel),
      answeredAtBegin: isLive(channel) || channel.kind === 'callBack',
      segments:
        demand.volume === undefined ? null : rateSegments(demand, profile, axis, days, months, splitDays),
      arrivalsSeconds:
        demand.arrivalsSeconds === undefined ? null : Float64Array.from(demand.arrivalsSeconds).sort(),
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
