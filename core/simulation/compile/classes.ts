// Classes of contacts: arrival rates, what stands before the people, redials, call-backs.

import { type Channel, isLive } from '../../plan/schema/channel.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { RateSegments } from '../engine/arrivalProcess.ts';
import { hashKey } from '../engine/streams.ts';
import type { CallBackOffer, CallBackTries, ClassModel } from '../model/compiledModel.ts';
import type { ClassRow, WayRow } from './classRows.ts';
import type { KeptEach } from './kept.ts';
import type { LawTable } from './lawTable.ts';
import { Columns, LocalMonths, rateSegments } from './rates.ts';
import type { TimeAxis } from './timeAxis.ts';

function offerOf(row: WayRow, channel: Channel): CallBackOffer | null {
  const offer = channel.callBackOffer;
  if (offer === undefined || row.callBackRow === -1) return null;
  return {
    callBackClass: row.callBackRow,
    thresholdSeconds: offer.thresholdSeconds,
    acceptedShare: amount(offer.acceptedShare),
  };
}

/** How call-backs are tried is said where they are offered: at the channel of the row that they come from. */
function triesOf(row: WayRow, offering: Channel | undefined, laws: LawTable): CallBackTries | null {
  const offer = offering?.callBackOffer;
  if (row.kind !== 'callBack' || offer === undefined) return null;
  return {
    unansweredShare: amount(offer.unansweredShare),
    failedAttemptLaw: laws.add(offer.failedAttempt),
    retryDelayLaw: laws.add(offer.retryDelay),
    retries: offer.retries,
  };
}

/** What comes of a class that arrives: its name, how many there are and when. */
type Arriving = 'id' | 'key0' | 'key1' | 'backlog' | 'segments' | 'arrivalsSeconds';
export type ClassFacts = Omit<ClassModel, Arriving>;

/** What the classes of the rows are, whoever and however many they are. */
export function classFacts(
  plan: Pick<Plan, 'channels' | 'issueTypes'>,
  rows: readonly WayRow[],
  laws: LawTable,
  firstStages: readonly number[],
): ClassFacts[] {
  const channelOf = (row: WayRow | undefined): Channel | undefined =>
    plan.channels.find((entry) => entry.id === row?.demand.channel);
  return rows.map((row, c) => {
    const { demand } = row;
    const issueTypeIndex = plan.issueTypes.findIndex((entry) => entry.id === demand.issueType);
    const channelIndex = plan.channels.findIndex((entry) => entry.id === demand.channel);
    const issueType = plan.issueTypes[issueTypeIndex];
    const channel = plan.channels[channelIndex];
    if (issueType === undefined || channel === undefined)
      throw new Error(`demand of ${demand.issueType} on ${demand.channel} has a broken reference`);
    const { selfService } = issueType;
    const { assistant, redial } = channel;
    return {
      origin: row.origin,
      callBackOffer: offerOf(row, channel),
      callBackTries: triesOf(row, channelOf(rows[row.origin]), laws),
      isInternal: false,
      issueType: issueTypeIndex,
      channel: channelIndex,
      live: isLive(channel),
      answeredAtBegin: isLive(channel) || channel.kind === 'callBack',
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

/** Local days in which contacts arrive. */
export interface ArrivalDays {
  readonly axis: TimeAxis;
  readonly days: number;
}

/** Of each row what was made of it last. */
interface KeptClasses {
  readonly segments: KeptEach<RateSegments>;
  readonly classes: KeptEach<ClassModel>;
}

/** `facts` and `homeStages`: of the rows, as `waysOf` gives them. A row of which nothing changed is the class that it was. */
export function classModels(
  plan: Plan,
  rows: readonly ClassRow[],
  facts: readonly ClassFacts[],
  homeStages: readonly number[],
  { axis, days }: ArrivalDays,
  kept: KeptClasses,
): ClassModel[] {
  const { calendar } = plan.locale;
  const months = new LocalMonths(calendar);
  const splitDays = plan.volumeModel.busyDayCv > 0;
  const columns = new Columns();
  kept.segments.end(rows.length);
  kept.classes.end(rows.length);
  return rows.map((row, c) => {
    const { kind, demand, id, key } = row;
    const profile = plan.profiles.find((entry) => entry.id === demand.profile);
    const backlog = plan.startingBacklog[row.backlog];
    const own = facts[c] as ClassFacts;
    const stage = homeStages[c] as number;
    const arrives = kind === 'demand';
    const segments =
      arrives && demand.volume !== undefined
        ? kept.segments.at(c, [demand, profile, axis, days, calendar, splitDays], () =>
            rateSegments(demand, profile, axis, days, months, splitDays, columns),
          )
        : null;
    if (segments !== null) columns.note(segments);
    const parts = [own, id, key, backlog, stage, segments, arrives, demand.arrivalsSeconds];
    return kept.classes.at(c, parts, () => {
      const [key0, key1] = hashKey(key);
      return {
        id,
        key0,
        key1,
        ...own,
        backlog:
          backlog === undefined
            ? null
            : { contacts: backlog.contacts, oldestSeconds: backlog.oldestSeconds, stage },
        segments,
        arrivalsSeconds:
          arrives && demand.arrivalsSeconds !== undefined
            ? Float64Array.from(demand.arrivalsSeconds).sort()
            : null,
      };
    });
  });
}
