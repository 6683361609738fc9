// Rule `assistant` (A2, M3): a virtual assistant stands before the chat where it solves more than pays for it; what it cannot solve
// it hands over to a person.
import type { AdviceDecision } from '../../measures/advice.ts';
import type { Company } from '../company/company.ts';
import { assumed, derived, type Figure, saidOr } from '../company/figure.ts';
import { payPerWorkedHour } from '../money.ts';
import type { Prior } from '../priors/industry.ts';
import { amountOf, change, chosen, decision, reason } from '../say.ts';
import type { OpenChannel } from './channels.ts';
import { type ChosenSelfService, deflection } from './selfHelp.ts';

export interface Assistant {
  readonly solved: Figure;
  /** Cost in a month over the pay of an agent. */
  readonly costPerMonth: number;
  /** Chats of a month that meet it. */
  readonly chats: number;
}

export interface ChosenAssistant {
  readonly assistant: Assistant | null;
  readonly decisions: readonly AdviceDecision[];
}

/** Of the repeated questions it solves so many. Assumed. */
const solvedOfRepeated: Prior = [0.6, 0.35, 0.8];
/** It costs so many months of an agent's pay each month, upkeep included. Assumed. */
const costInPay: Prior = [0.8, 0.4, 1.5];

/** With an assistant before it, a chat is answered by a person within so many seconds at best. */
export const leastTarget = 180;
/** Some always want a person. */
const mostSolved = 0.95;
const capped = (figure: Figure): Figure => ({
  ...figure,
  value: Math.min(mostSolved, figure.value),
  low: Math.min(mostSolved, figure.low),
  high: Math.min(mostSolved, figure.high),
});

export function chooseAssistant(
  company: Company,
  open: readonly OpenChannel[],
  selfService: ChosenSelfService,
): ChosenAssistant {
  const chat = open.find(({ kind }) => kind === 'chat');
  const unwanted = company.needs.channels?.unwanted?.includes('virtualAssistant') === true;
  const wanted = company.needs.channels?.wanted?.includes('virtualAssistant') === true;
  if (chat === undefined || unwanted) return { assistant: null, decisions: [] };
  // What guides have answered does not come to the chat.
  let reaching = 0;
  let work = 0;
  let repeated = 0;
  for (const issue of company.issues) {
    const help = selfService.help.get(issue.id);
    const share = issue.share.value * (1 - (help === undefined ? 0 : deflection(help)));
    reaching += share;
    work += share * issue.minutes.value;
    repeated += share * issue.repeated.value;
  }
  const chats = company.contacts.value * chat.share * reaching;
  const repeatedShare = reaching > 0 ? repeated / reaching : 0;
  const perChat =
    (((reaching > 0 ? work / reaching : 0) * chat.prior.work) / 60) * payPerWorkedHour(company.pay.value);
  const solved = capped(
    saidOr(
      { name: 'assistantSolves', unit: 'fraction', field: ['assistantSolves'] },
      company.needs.assistantSolves,
      [
        repeatedShare * solvedOfRepeated[0],
        repeatedShare * solvedOfRepeated[1],
        Math.min(1, repeatedShare * solvedOfRepeated[2]),
      ],
    ),
  );
  const costPerMonth = company.pay.value * costInPay[0];
  const breakEven = chats * perChat > 0 ? costPerMonth / (chats * perChat) : Number.POSITIVE_INFINITY;
  const pays = solved.value > breakEven;
  // Whoever meets it first waits longer for a person than a short promise allows.
  const isTooSlow = company.needs.promises?.some(
    ({ channel, clock, withinSeconds }) =>
      channel === 'chat' && clock === 'firstResponse' && withinSeconds < leastTarget,
  );
  const isThere = (pays || wanted) && chats > 0 && isTooSlow !== true;
  const shown = amountOf(Math.min(1, breakEven), 'fraction');
  return {
    assistant: isThere ? { solved, costPerMonth, chats } : null,
    decisions: [
      decision({
        ...{ id: 'assistant', rule: 'assistant' },
        chosen: chosen(isThere ? 'assistant' : 'noAssistant', { share: amountOf(solved.value, 'fraction') }),
        reasons: [
          breakEven < 1
            ? reason(pays ? 'assistantPays' : 'assistantCosts', {
                breakEven: shown,
                share: amountOf(solved.value, 'fraction'),
              })
            : reason('assistantNever'),
          reason(isTooSlow === true ? 'assistantTooSlow' : 'assistantHandsOver'),
        ],
        figures: [
          solved,
          assumed({ name: 'assistantCost', unit: 'money' }, [
            costPerMonth,
            company.pay.low * costInPay[1],
            company.pay.high * costInPay[2],
          ]),
          derived({ name: 'chatsPerMonth', unit: 'contacts' }, [chats, chats * 0.5, chats * 2]),
        ],
        rows: ['A2', 'M3', 'E5'],
        changes: [change('assistant', { breakEven: shown })],
      }),
    ],
  };
}
