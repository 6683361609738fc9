// Rule `specialists` (E3, A3): a kind of issue that is much work, or hard and work enough, gets a team of its name, unless the split
// costs more agents than it is worth.
import type { AdviceDecision } from '../../measures/advice.ts';
import { type Choices, reachingPeople } from '../choices.ts';
import { weeksPerMonth } from '../company/company.ts';
import { derived } from '../company/figure.ts';
import type { CompanyIssue } from '../company/issues.ts';
import { complexities, complexityOrder } from '../priors/complexities.ts';
import { amountOf, change, chosen, decision, nameOf, reason, source, wordOf } from '../say.ts';
import { workOf } from '../structures/load.ts';
import { type SplitPrice, splitPriceOf } from '../structures/splitPrice.ts';

export interface DecidedSpecialists {
  readonly issues: ReadonlySet<string>;
  readonly passedOnErlangs: (tier: number) => number;
  readonly decisions: readonly AdviceDecision[];
}

/** A kind of issue is much work from so many agents kept busy on; a hard one that the company names is so from fewer on. */
const muchWork = 1.5;
const muchHardWork = 0.7;
/** A team may cost so many agents over the pool for each that its work keeps busy, and at least two. */
const mostPrice = 1.2;
const leastPrice = 2;
const mostTeamsOfTier = 5;

export function decideSpecialists(
  choices: Choices,
  levels: readonly (readonly CompanyIssue[])[],
): DecidedSpecialists {
  const found = new Set<string>();
  const asking = levels.flatMap((issues, tier) => askingOf(choices, issues, tier));
  const rests = levels.map((issues) => issues.filter((issue) => !asking.includes(issue)));
  // What each costs is reckoned against one pool of all.
  const price = priceOf(choices, [
    ...asking.map((issue) => [issue]),
    ...rests.filter((issues) => issues.length > 0),
  ]);
  const decisions = asking.map((issue, place) => {
    const work = workOf(choices, [issue]);
    const cost = price.priceOfEach[place] ?? 0;
    const isWorth = cost <= Math.max(leastPrice, mostPrice * work.erlangs);
    if (isWorth) found.add(issue.id);
    return decisionOf(issue, work.erlangs, cost, price, isWorth);
  });
  const contacts = choices.company.contacts.value / weeksPerMonth;
  return {
    issues: found,
    decisions,
    passedOnErlangs: (tier) =>
      levels
        .slice(0, tier)
        .flat()
        .reduce(
          (sum, issue) =>
            sum +
            choices.channels.reduce(
              (all, channel) => all + reachingPeople(choices, issue.id, channel, contacts),
              0,
            ) *
              complexities[issue.complexity].passedOn[0] *
              (issue.minutes.value / 60),
          0,
        ) / Math.max(1, choices.company.week.hoursPerWeek),
  };
}

const hardness = ({ complexity }: CompanyIssue): number => complexityOrder.indexOf(complexity);

/** Issues of a tier that are work enough for a team, the hardest first. */
function askingOf(choices: Choices, issues: readonly CompanyIssue[], tier: number): readonly CompanyIssue[] {
  const ranked = issues.toSorted(
    (one, two) =>
      hardness(two) - hardness(one) ||
      two.minutes.value - one.minutes.value ||
      one.repeated.value - two.repeated.value ||
      issues.indexOf(two) - issues.indexOf(one),
  );
  // What is simplest, or what the company names first, stays with the general team of the first tier.
  const general = tier === 0 ? ranked.at(-1) : undefined;
  return ranked.filter((issue) => issue !== general && isEnough(choices, issue)).slice(0, mostTeamsOfTier);
}

function isEnough(choices: Choices, issue: CompanyIssue): boolean {
  const { erlangs } = workOf(choices, [issue]);
  return erlangs >= (issue.isNamed && hardness(issue) >= 1 ? muchHardWork : muchWork);
}

function priceOf(choices: Choices, groups: readonly (readonly CompanyIssue[])[]): SplitPrice {
  const parts = groups.map((issues) => {
    const { livePerWeek, liveErlangs } = workOf(choices, issues);
    const hours = liveErlangs * Math.max(1, choices.company.week.hoursPerWeek);
    return { livePerWeek, seconds: livePerWeek > 0 ? (hours * 3600) / livePerWeek : 1 };
  });
  return splitPriceOf(choices, parts, true);
}

function decisionOf(
  issue: CompanyIssue,
  erlangs: number,
  cost: number,
  price: SplitPrice,
  isWorth: boolean,
): AdviceDecision {
  const of = nameOf(issue.name);
  return decision({
    ...{ id: `specialists.${issue.id}`, rule: 'specialists' },
    chosen: chosen(isWorth ? 'specialists' : 'noSpecialists', { issue: of }),
    reasons: [
      reason(hardness(issue) >= 1 ? 'specialistsHard' : 'specialistsVolume', {
        issue: of,
        work: amountOf(erlangs, 'agents'),
        complexity: wordOf('complexity', issue.complexity),
      }),
      reason('splitPrice', { issue: of, agents: amountOf(Math.max(0, cost), 'agents') }),
      ...(price.crossTrained === null
        ? []
        : [
            reason('crossTraining', {
              agents: amountOf(price.crossTrained.agents, 'agents'),
              share: amountOf(price.crossTrained.wonBack, 'fraction'),
            }),
          ]),
      reason('careerPath'),
    ],
    figures: [
      issue.share,
      issue.minutes,
      derived({ name: 'work', unit: 'agents', of }, [erlangs, erlangs * 0.6, erlangs * 1.6]),
      derived({ name: 'splitPrice', unit: 'agents', of }, [cost, cost, cost]),
    ],
    rows: ['E3', 'A3'],
    sources: [source('pooling'), ...(price.crossTrained === null ? [] : [source('crossTraining')])],
    changes: [
      change('specialists', { issue: of, work: amountOf(muchWork, 'agents') }),
      change('crossTraining'),
    ],
  });
}
