// Duties, ways from tier to tier and pages in which every field says something: part of the whole plan.
import { named } from './wholeParts.ts';

const who = [{ role: 'agent', team: 'desk', parts: ['does', 'answersFor', 'isAsked', 'isTold'] }];

export const wholeDuties = {
  duties: [
    { id: 'setup-help', kind: 'troubleshooting', who, time: { kind: 'handling' } },
    {
      id: 'news',
      kind: 'own',
      name: named('Newsletter'),
      description: named('Every week'),
      who,
      time: {
        kind: 'hours',
        hoursPerWeek: { value: 6, low: 4, high: 9, assumed: true },
        pieceMinutes: 60,
        done: 'reserved',
      },
    },
    { id: 'articles-kept', kind: 'content', who, time: { kind: 'work', work: ['articles'] } },
    {
      id: 'reviews',
      kind: 'publicReviews',
      who,
      time: { kind: 'pieces', perWeek: 20, secondsEach: 300, done: 'reserved' },
    },
    {
      id: 'survey',
      kind: 'feedback',
      who,
      time: {
        kind: 'contacts',
        secondsEach: 20,
        issueTypes: ['setup'],
        channels: ['phone'],
        done: 'reserved',
      },
    },
  ],
  careerSteps: [
    {
      id: 'to-second',
      from: 'first',
      to: 'second',
      topics: [named('Networks')],
      trainingHours: 40,
      weeks: 6,
      fee: 200,
      peoplePerYear: 2,
    },
  ],
  pages: [
    { id: 'agent-page', page: 'role', role: 'agent', text: named('# Agent') },
    { id: 'own-survey', page: 'survey', text: named('# Survey') },
  ],
};
