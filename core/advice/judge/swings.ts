// By how much the cost moves with each figure between the ends of its range: work and pay go into it in proportion.
import type { Choices } from '../choices.ts';
import type { Figure } from '../company/figure.ts';

export interface Swing {
  readonly figure: Figure;
  /** Share of the cost by which it falls or rises. */
  readonly down: number;
  readonly up: number;
}

/** Of the cost, so much follows the work; the rest is the least that must be there. Assumed. */
const followsWork = 0.8;
/** No figure moves the cost by more than this part of itself downwards. */
const most = 0.95;

export function swingsOf({ company, selfService }: Choices): readonly Swing[] {
  const { contacts, pay, issues } = company;
  const works = issues.map(({ share, minutes }) => share.value * minutes.value);
  const all = works.reduce((sum, work) => sum + work, 0);
  const relative = ({ value, low, high }: Figure, weight: number): Omit<Swing, 'figure'> => ({
    down: value > 0 ? Math.min(most, ((value - low) / value) * weight) : 0,
    up: value > 0 ? ((high - value) / value) * weight : 0,
  });
  const ofIssues = issues.flatMap(({ minutes }, place) => {
    const weight = all > 0 ? ((works[place] ?? 0) / all) * followsWork : 0;
    return [{ figure: minutes, ...relative(minutes, weight) }];
  });
  const ofHelp = [...selfService.help.values()].map(({ issue, tried, helped }) => {
    const place = issues.findIndex(({ id }) => id === issue);
    const weight = all > 0 ? ((works[place] ?? 0) / all) * followsWork : 0;
    const [low, value, high] = [tried.low * helped.low, tried.value * helped.value, tried.high * helped.high];
    return { figure: helped, down: (high - value) * weight, up: (value - low) * weight };
  });
  return [
    { figure: contacts, ...relative(contacts, followsWork) },
    { figure: pay, ...relative(pay, 1) },
    ...ofIssues,
    ...ofHelp,
  ].filter(({ down, up }) => down > 0 || up > 0);
}
