// Work that is no contact -> classes of pieces that arrive evenly in the open hours of their team.
import type { OtherWork } from '../../plan/otherWork.ts';
import type { Law } from '../../plan/schema/law.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { RateSegments } from '../engine/arrivalProcess.ts';
import { openSeconds, type Windows } from '../engine/openTime.ts';
import { hashKey } from '../engine/streams.ts';
import type { ClassModel } from '../model/compiledModel.ts';
import type { ArrivalDays } from './classes.ts';
import type { KeptEach } from './kept.ts';
import { windowsOf } from './openWindows.ts';

/** What a class of pieces is made of. */
type Piece = Pick<OtherWork, 'id' | 'streamKey' | 'team' | 'hoursPerWeek' | 'pieceSeconds'>;

/** How long a piece takes. */
export const pieceLaw = (work: OtherWork): Law => ({ law: 'deterministic', seconds: work.pieceSeconds });

/** The span over which the stated hours a week are spread. */
export interface WorkSpan {
  readonly weeks: number;
  readonly seconds: number;
}

/**
 * Pieces a second while the team is open. Worked example: 10 hours a week in pieces of half an hour over 2 weeks with 80
 * open hours: 40 pieces in 288,000 s.
 */
function pieceRate(
  work: Pick<OtherWork, 'hoursPerWeek' | 'pieceSeconds'>,
  windows: Windows,
  span: WorkSpan,
): number {
  const pieces = (work.hoursPerWeek * 3600 * span.weeks) / work.pieceSeconds;
  const open = openSeconds(windows, span.seconds);
  return open > 0 ? pieces / open : 0;
}

/** The rate in the open windows before `endSeconds`, and none between them. */
function pieceSegments(windows: Windows, rate: number, endSeconds: number): RateSegments {
  const starts: number[] = [];
  const rates: number[] = [];
  let end = 0;
  for (let i = 0; i < windows.bounds.length; i += 2) {
    const open = windows.bounds[i] as number;
    const close = Math.min(windows.bounds[i + 1] as number, endSeconds);
    if (close <= open) break;
    if (open > end) {
      starts.push(end);
      rates.push(0);
    }
    starts.push(open);
    rates.push(rate);
    end = close;
  }
  return {
    startsSeconds: Float64Array.from([...starts, end]),
    ratePerSecond: Float64Array.from(rates),
    day: new Int32Array(rates.length),
  };
}

/** A class of pieces; it has only what an arrival and a stage need. */
function internalClass(
  work: Pick<OtherWork, 'id' | 'streamKey'>,
  index: number,
  stage: number,
  segments: RateSegments,
): ClassModel {
  const [key0, key1] = hashKey(work.streamKey);
  return {
    id: work.id,
    key0,
    key1,
    origin: index,
    callBackOffer: null,
    callBackTries: null,
    backlog: null,
    isInternal: true,
    preemptible: false,
    issueType: -1,
    channel: -1,
    live: false,
    answeredAtBegin: false,
    segments,
    arrivalsSeconds: null,
    selfServiceTried: 0,
    selfServiceDeflected: 0,
    selfServiceDelayLaw: -1,
    assistantShare: 0,
    assistantTimeLaw: -1,
    assistantResolved: 0,
    assistantHandedOver: 0,
    handOverFactor: 1,
    bounceDelayLaw: -1,
    redialShare: 0,
    blockedRedialShare: 0,
    redialDelayLaw: -1,
    samePatience: false,
    firstStage: stage,
  };
}

/**
 * One class for each work of the plan that is no contact, numbered from `firstIndex` on; `stages`: where each is done. Where the horizon is given in contacts,
 * the hours are spread over 364 days.
 */
export function internalClasses(
  plan: Pick<Plan, 'teams' | 'calendars' | 'horizon' | 'locale'>,
  works: readonly Piece[],
  firstIndex: number,
  { axis, days }: ArrivalDays,
  stages: readonly number[],
  kept: KeptEach<ClassModel>,
): ClassModel[] {
  const { calendars, horizon, locale } = plan;
  const spanDays = horizon.days ?? 364;
  kept.end(works.length);
  return works.map((work, i) => {
    const { hours, site } = plan.teams.find(({ id }) => id === work.team) as Plan['teams'][number];
    const calendar = calendars.find((candidate) => candidate.id === hours);
    const zone = site?.timeZone ?? locale.timeZone;
    const index = firstIndex + i;
    const stage = stages[i] as number;
    const { id, streamKey, hoursPerWeek, pieceSeconds } = work;
    const own = [id, streamKey, hoursPerWeek, pieceSeconds, index, stage];
    return kept.at(i, [...own, calendar, zone, axis, days, spanDays], () => {
      const seconds = axis.elapsed(axis.timeZone, axis.firstDay + spanDays, 0);
      const end = axis.elapsed(axis.timeZone, axis.firstDay + days, 0);
      const range = { first: axis.firstDay - 2, last: axis.firstDay + Math.max(days, spanDays) + 2 };
      const windows = windowsOf(calendar, zone, axis, range);
      const rate = pieceRate(work, windows, { weeks: spanDays / 7, seconds });
      return internalClass(work, index, stage, pieceSegments(windows, rate, end));
    });
  });
}
