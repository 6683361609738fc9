// From what a company needs to organisations that differ in kind.

import { createEvaluator } from '../evaluate/index.ts';
import type { Advice } from '../measures/advice.ts';
import { needsFaults } from '../plan/needsFaults.ts';
import { dayNumberOf, secondsPerDay } from '../simulation/compile/timeAxis.ts';
import type { TimeZoneOffsets } from '../simulation/index.ts';
import { type Fault, fault } from '../units/fault.ts';
import { failed, ok, type Result } from '../units/result.ts';
import type { AdviceAsked } from './asked.ts';
import { choicesOf } from './choices.ts';
import { companyOf } from './company/company.ts';
import { usualStart } from './draft/draftPlan.ts';
import { adviceOf } from './judge/adviceOf.ts';
import { sizeOf } from './sizing/size.ts';
import { byChannelOf } from './structures/byChannel.ts';
import { byIssueOf } from './structures/byIssue.ts';
import { overflowOf } from './structures/overflow.ts';
import { poolOf } from './structures/pool.ts';
import { specialistsOf } from './structures/specialists.ts';
import { tiersOf } from './structures/tiers.ts';

/** Asked once: a dozen plans of the same week are compiled one after the other. */
function rememberedOffsets(offsets: TimeZoneOffsets): TimeZoneOffsets {
  const known = new Map<string, number | undefined>();
  return {
    offsetSeconds(timeZone, utcEpochSeconds) {
      const key = `${timeZone} ${utcEpochSeconds}`;
      if (!known.has(key)) known.set(key, offsets.offsetSeconds(timeZone, utcEpochSeconds));
      return known.get(key);
    },
  };
}

/** The clocks of time zones at noon of the first day, or of the usual one. */
const clockOf =
  (offsets: TimeZoneOffsets, start = usualStart) =>
  (timeZone: string, than: string): number | undefined => {
    const noon = dayNumberOf(start) * secondsPerDay + secondsPerDay / 2;
    const [there, here] = [offsets.offsetSeconds(timeZone, noon), offsets.offsetSeconds(than, noon)];
    return there === undefined || here === undefined ? undefined : Math.round((there - here) / 60);
  };

/**
 * Three to five organisations for a company, each a whole plan, sized by formulas. Same needs, same advice, on every host; nothing is
 * simulated here. Range: any needs that the schema lets through; `unknownTimeZone` where the plans' zone is not known, and
 * the faults of the needs.
 */
export function propose(asked: AdviceAsked, offsets: TimeZoneOffsets): Result<Advice, readonly Fault[]> {
  const { timeZone } = asked.locale;
  if (offsets.offsetSeconds(timeZone, 0) === undefined)
    return failed([fault('unknownTimeZone', ['locale', 'timeZone'], { timeZone })]);
  const faults = needsFaults(asked.needs);
  if (faults.length > 0) return failed(faults);
  const company = companyOf({ clock: clockOf(offsets, asked.start), ...asked });
  const choices = choicesOf(company);
  const structures = [poolOf, tiersOf, specialistsOf, byChannelOf, byIssueOf, overflowOf].flatMap(
    (draw) => draw(choices) ?? [],
  );
  const remembered = rememberedOffsets(offsets);
  const sized = structures.map((structure) =>
    sizeOf(choices, structure, createEvaluator({ offsets: remembered })),
  );
  return ok(adviceOf(choices, sized));
}
