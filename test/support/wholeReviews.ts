// Reviews in which every field says something.
import { named } from './wholeParts.ts';

export const wholeReviews = {
  periods: [
    {
      id: 'january',
      name: named('January'),
      from: '2026-01-01',
      to: '2026-01-31',
      source: named('Telephone system'),
      measured: [
        { figure: 'contacts', issueType: 'setup', channel: 'phone', value: 900 },
        { figure: 'shrinkage', team: 'desk', value: 0.3 },
        { figure: 'attained', promise: 'quick', value: 0.7 },
      ],
      survey: { sent: 300, answered: 90, notes: [named('Waited long')] },
    },
  ],
  decisions: [
    { id: 'more', date: '2026-02-02', what: named('Two more'), why: named('Waits'), who: named('Sara') },
  ],
  nextDate: '2026-03-01',
};
