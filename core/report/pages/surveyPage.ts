// The survey after every case: satisfaction, effort, first contact, recommendation and free words, and how it is read (A9, R6).
import { amount } from '../../plan/amount.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { listUnder, type PageBlock, type PageSentence, plain, said, text, type WrittenPage } from './page.ts';

const question = (key: string): PageBlock => ({ kind: 'heading', say: said(`question.${key}`) });
const scale = (key: string, from: number, to: number): PageBlock => ({
  ...{ kind: 'scale', from, to },
  low: said(`end.${key}Low`),
  high: said(`end.${key}High`),
});

export function surveyPage(plan: Plan): WrittenPage {
  const { company, channels, issueTypes } = plan;
  const satisfaction = plan.goals.find(({ kpi }) => kpi === 'customerSatisfaction');
  const isOfTen = satisfaction?.scale === 'oneToTen' || satisfaction?.scale === 'zeroToTen';
  return {
    page: 'survey',
    role: null,
    title: said('surveyTitle'),
    blocks: [
      {
        kind: 'paragraph',
        say:
          company.name === undefined
            ? said('surveyIntro')
            : said('surveyIntroOf', { company: text(company.name) }),
      },
      question('satisfaction'),
      scale('satisfaction', 1, isOfTen ? 10 : 5),
      question('effort'),
      scale('effort', 1, 7),
      question('firstContact'),
      { kind: 'choice', items: [said('answer.yes'), said('answer.no'), said('answer.notYet')] },
      question('recommendation'),
      scale('recommendation', 0, 10),
      ...(channels.length < 2
        ? []
        : [question('channel'), { kind: 'choice', items: channels.map(({ name }) => plain(name)) } as const]),
      ...(issueTypes.length < 2
        ? []
        : [
            question('issueType'),
            { kind: 'choice', items: issueTypes.map(({ name }) => plain(name)) } as const,
          ]),
      question('free'),
      { kind: 'lines', count: 4 },
      { kind: 'paragraph', say: said('surveyThanks') },
      ...listUnder('forTheTeam', [
        said('reading.every'),
        said('reading.satisfaction'),
        said('reading.promoters'),
        said('reading.free'),
        ...goals(plan),
      ]),
    ],
  };
}

const asked: ReadonlySet<string> = new Set([
  'customerSatisfaction',
  'customerEffortScore',
  'firstContactResolution',
  'netPromoterScore',
  'recommendationScore',
]);

/** What the plan wants of these figures. */
const goals = (plan: Plan): PageSentence[] =>
  plan.goals
    .filter(({ kpi }) => asked.has(kpi))
    .map(({ kpi, threshold, scale }) =>
      said(scale === 'fraction' ? 'goalShare' : 'goalNumber', {
        kpi: { kind: 'word', branch: 'goals.kpi', word: kpi },
        threshold: { kind: scale === 'fraction' ? 'share' : 'number', value: amount(threshold) },
      }),
    );
