import type { Series } from '../../core/measures/result.ts';

/** The same colour for a measure wherever it is drawn. */
export const seriesColours: Readonly<Record<Series['measure'], string>> = {
  queueLengthMeanContacts: 'var(--chart-1)',
  offeredContacts: 'var(--chart-2)',
  agentsOnDutyMean: 'var(--chart-3)',
  occupancyFraction: 'var(--chart-4)',
  serviceLevelFraction: 'var(--chart-1)',
  answeredContacts: 'var(--chart-3)',
  abandonedContacts: 'var(--chart-4)',
  blockedContacts: 'var(--chart-4)',
  resolvedContacts: 'var(--chart-3)',
  waitMeanSeconds: 'var(--chart-1)',
  firstResponseMeanSeconds: 'var(--chart-1)',
  resolutionMeanSeconds: 'var(--chart-1)',
  backlogMeanContacts: 'var(--chart-1)',
  oldestAgeMeanSeconds: 'var(--chart-4)',
};
