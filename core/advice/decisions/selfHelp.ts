// Rule `selfService` (A2, E5): questions that come again and again are answered by guides before people, where that saves more than
// the guides cost.
import type { AdviceDecision } from '../../measures/advice.ts';
import { type Company, weeksPerMonth } from '../company/company.ts';
import { assumed, derived, type Figure, saidOr } from '../company/figure.ts';
import type { CompanyIssue } from '../company/issues.ts';
import { payPerWorkedHour } from '../money.ts';
import type { Prior } from '../priors/industry.ts';
import { amountOf, change, chosen, decision, nameOf, reason } from '../say.ts';

export interface SelfHelp {
  readonly issue: string;
  /** Share that looks there first, and share of those that it helps. */
  readonly tried: Figure;
  readonly helped: Figure;
}

export interface ChosenSelfService {
  readonly help: ReadonlyMap<string, SelfHelp>;
  /** Hours in a week that the guides take, for all issues together. */
  readonly hoursPerWeek: number;
  readonly decisions: readonly AdviceDecision[];
}

/** Share that looks into guides first, by ease with technology. Assumed. */
const triedBy: Readonly<Record<'low' | 'medium' | 'high', Prior>> = {
  low: [0.12, 0.05, 0.25],
  medium: [0.3, 0.15, 0.45],
  high: [0.5, 0.3, 0.65],
};
/** Of those with a repeated question, so many are helped. Assumed. */
const helpedOfRepeated: Prior = [0.6, 0.4, 0.8];
/** Writing and keeping the guides of one issue takes so many hours a week. Assumed. */
const guideHours = 1;

/** Of the contacts of an issue, the share that guides keep from people. */
export const deflection = ({ tried, helped }: SelfHelp): number => tried.value * helped.value;

export function chooseSelfService(company: Company): ChosenSelfService {
  const help = new Map<string, SelfHelp>();
  const decisions: AdviceDecision[] = [];
  const tried = triedShare(company);
  for (const issue of company.issues) {
    const { repeated, minutes } = issue;
    const helped = saidOr(
      { name: 'selfServiceHelps', unit: 'fraction', of: nameOf(issue.name), field: ['selfServiceHelps'] },
      company.needs.selfServiceHelps,
      [
        repeated.value * helpedOfRepeated[0],
        repeated.low * helpedOfRepeated[1],
        Math.min(1, repeated.high * helpedOfRepeated[2]),
      ],
    );
    const contacts = company.contacts.value * issue.share.value;
    const perContact = (minutes.value / 60) * payPerWorkedHour(company.pay.value);
    const cost = guideHours * weeksPerMonth * payPerWorkedHour(company.pay.value);
    const breakEven = contacts * perContact > 0 ? cost / (contacts * perContact) : Number.POSITIVE_INFINITY;
    const one = { issue: issue.id, tried, helped };
    const pays = deflection(one) > breakEven;
    if (pays) help.set(issue.id, one);
    decisions.push(decisionOf(issue, one, breakEven, pays, contacts * deflection(one)));
  }
  return { help, hoursPerWeek: guideHours * help.size, decisions };
}

function triedShare({ personas }: Company): Figure {
  const mean = (place: 0 | 1 | 2): number =>
    personas.reduce((sum, { share, digitalSkill }) => sum + share.value * triedBy[digitalSkill][place], 0);
  return assumed({ name: 'selfServiceTried', unit: 'fraction', field: ['personas'] }, [
    mean(0),
    mean(1),
    mean(2),
  ]);
}

function decisionOf(
  issue: CompanyIssue,
  help: SelfHelp,
  breakEven: number,
  pays: boolean,
  saved: number,
): AdviceDecision {
  const of = nameOf(issue.name);
  const isReachable = breakEven < 1;
  return decision({
    ...{ id: `selfService.${issue.id}`, rule: 'selfService' },
    chosen: chosen(pays ? 'selfService' : 'noSelfService', {
      issue: of,
      share: amountOf(deflection(help), 'fraction'),
    }),
    reasons: [
      reason('selfServiceRepeated', { issue: of, share: amountOf(issue.repeated.value, 'fraction') }),
      isReachable
        ? reason(pays ? 'selfServicePays' : 'selfServiceCosts', {
            breakEven: amountOf(breakEven, 'fraction'),
            contacts: amountOf(saved, 'contacts'),
          })
        : reason('selfServiceNever', { issue: of }),
      reason('selfServiceWayOn'),
    ],
    figures: [
      issue.repeated,
      help.tried,
      help.helped,
      derived({ name: 'deflection', unit: 'fraction', of }, [
        deflection(help),
        help.tried.low * help.helped.low,
        help.tried.high * help.helped.high,
      ]),
    ],
    rows: ['A2', 'E5'],
    changes: [change('selfService', { breakEven: amountOf(Math.min(1, breakEven), 'fraction') })],
  });
}
