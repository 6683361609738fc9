// What customers ask about: as the company names it, else as is usual in its industry.
import type { AdviceText } from '../../measures/advice.ts';
import { amount } from '../../plan/amount.ts';
import type { Text } from '../../plan/schema/elements.ts';
import type { Needs } from '../../plan/schema/needs.ts';
import { complexities } from '../priors/complexities.ts';
import type { Complexity, IndustryPrior, IssuePrior } from '../priors/industry.ts';
import { nameOf } from '../say.ts';
import { words } from '../words.ts';
import { assumed, derived, type Figure, said, saidOr } from './figure.ts';

export interface CompanyIssue {
  readonly id: string;
  readonly name: Text;
  readonly complexity: Complexity;
  /** The company named it, so that a team may bear its name. */
  readonly isNamed: boolean;
  readonly isComplexitySaid: boolean;
  readonly share: Figure;
  /** Minutes of work of one contact on the phone. */
  readonly minutes: Figure;
  readonly repeated: Figure;
  readonly isUrgent: boolean;
  readonly department: Text | null;
}

type NamedIssue = NonNullable<Needs['issues']>[number];

/** Below this share an issue is left out. */
const leastShare = 1e-4;
/** Where the shares of all issues leave so much, there are other matters. */
const leastRest = 0.02;

export const issuesOf = (
  needs: Needs,
  industry: IndustryPrior,
  usual: AdviceText,
): readonly CompanyIssue[] =>
  needs.issues === undefined || needs.issues.length === 0
    ? industry.issues.map((issue) => usualIssue(issue, usual))
    : namedIssues(needs.issues);

function usualIssue(issue: IssuePrior, usual: AdviceText): CompanyIssue {
  const { minutes, repeated } = complexities[issue.complexity];
  const asked = { of: nameOf(issue.name), field: ['issues'], source: usual };
  const { share } = issue;
  return {
    ...{ id: issue.id, name: issue.name, complexity: issue.complexity },
    ...{ isNamed: false, isComplexitySaid: false, isUrgent: false, department: null },
    share: assumed({ ...asked, name: 'issueShare', unit: 'fraction' }, [
      share,
      share * 0.6,
      Math.min(1, share * 1.5),
    ]),
    minutes: assumed({ ...asked, name: 'handlingMinutes', unit: 'number' }, minutes),
    repeated: assumed({ ...asked, name: 'repeatedShare', unit: 'fraction' }, issue.repeated ?? repeated),
  };
}

function namedIssues(named: readonly NamedIssue[]): readonly CompanyIssue[] {
  const saidShares = named.reduce((sum, { share }) => sum + (share === undefined ? 0 : amount(share)), 0);
  const without = named.filter(({ share }) => share === undefined).length;
  const rest = Math.max(0, 1 - saidShares);
  // Where everything is said and it is too much or little, the shares are taken for ratios.
  const hasOthers = without === 0 && saidShares > 0 && rest >= leastRest;
  const scale =
    without === 0 && saidShares > 0 && !hasOthers ? 1 / saidShares : saidShares > 1 ? 1 / saidShares : 1;
  const shareOfEach =
    without > 0 ? rest / without : named.length > 0 && saidShares <= 0 ? 1 / named.length : 0;
  const found = named.map((issue) => namedIssue(issue, scale, shareOfEach, saidShares <= 0));
  const all = hasOthers ? [...found, otherMatters(rest)] : found;
  const asking = all.filter(({ share }) => share.value >= leastShare);
  return asking.length > 0 ? asking : found.slice(0, 1);
}

function namedIssue(issue: NamedIssue, scale: number, shareOfEach: number, isUnknown: boolean): CompanyIssue {
  const complexity = issue.complexity ?? 'moderate';
  const prior = complexities[complexity];
  const at = (field: string): readonly string[] => ['issues', issue.id, field];
  const of = nameOf(issue.name);
  const shareAsked = { name: 'issueShare', unit: 'fraction', of, field: at('share') } as const;
  const isShareSaid = issue.share !== undefined && !isUnknown;
  const share = isShareSaid
    ? said(shareAsked, issue.share ?? 0)
    : derived(shareAsked, [shareOfEach, shareOfEach * 0.5, Math.min(1, shareOfEach * 1.6)]);
  return {
    ...{ id: issue.id, name: issue.name, complexity },
    ...{ isNamed: true, isComplexitySaid: issue.complexity !== undefined },
    share: {
      ...share,
      ...{ value: share.value * (isShareSaid ? scale : 1), low: share.low * (isShareSaid ? scale : 1) },
      high: Math.min(1, share.high * (isShareSaid ? scale : 1)),
    },
    minutes: saidOr(
      { name: 'handlingMinutes', unit: 'number', of, field: at('handlingMinutes') },
      issue.handlingMinutes,
      prior.minutes,
    ),
    repeated: saidOr(
      { name: 'repeatedShare', unit: 'fraction', of, field: at('repeatedShare') },
      issue.repeatedShare,
      prior.repeated,
    ),
    isUrgent: issue.urgent === true,
    department: issue.department ?? null,
  };
}

/** What the named issues leave over. */
function otherMatters(rest: number): CompanyIssue {
  const name = words('Other matters', 'موضوع‌های دیگر', 'مسائل أخرى');
  const { minutes, repeated } = complexities.moderate;
  const asked = { of: nameOf(name), field: ['issues'] };
  return {
    ...{ id: 'other-matters', name, complexity: 'moderate', isNamed: false, isComplexitySaid: false },
    ...{ isUrgent: false, department: null },
    share: derived({ ...asked, name: 'issueShare', unit: 'fraction' }, [
      rest,
      rest * 0.6,
      Math.min(1, rest * 1.5),
    ]),
    minutes: assumed({ ...asked, name: 'handlingMinutes', unit: 'number' }, minutes),
    repeated: assumed({ ...asked, name: 'repeatedShare', unit: 'fraction' }, repeated),
  };
}
