// From what a company needs to organisations that differ in kind.

import { createEvaluator } from '../evaluate/index.ts';
import type { Advice } from '../measures/advice.ts';
import type { TimeZoneOffsets } from '../simulation/index.ts';
import type { AdviceAsked } from './asked.ts';
import { choicesOf } from './choices.ts';
import { companyOf } from './company/company.ts';
import { adviceOf } from './judge/adviceOf.ts';
import { sizeOf } from './sizing/size.ts';
import { byChannelOf } from './structures/byChannel.ts';
import { byIssueOf } from './structures/byIssue.ts';
import { overflowOf } from './structures/overflow.ts';
import { poolOf } from './structures/pool.ts';
import { specialistsOf } from './structures/specialists.ts';
import { tiersOf } from './structures/tiers.ts';

/**
 * Three to five organisations for a company, each a whole plan, sized by formulas. Same needs, same advice, on every host; nothing is
 * simulated here. Range: any needs that the schema lets through.
 */
export function propose(asked: AdviceAsked, offsets: TimeZoneOffsets): Advice {
  const company = companyOf(asked);
  const choices = choicesOf(company);
  const structures = [poolOf, tiersOf, specialistsOf, byChannelOf, byIssueOf, overflowOf].flatMap(
    (draw) => draw(choices) ?? [],
  );
  const sized = structures.map((structure) => sizeOf(choices, structure, createEvaluator({ offsets })));
  return adviceOf(choices, sized);
}
