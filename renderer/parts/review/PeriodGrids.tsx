import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ReviewFigure } from '../../../core/plan/reviewFigures.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { ReviewPeriod } from '../../../core/plan/schema/review.ts';
import { useText } from '../../text/TextProvider.tsx';
import { MeasuredGrid } from './MeasuredGrid.tsx';

interface PeriodGridsProps {
  readonly plan: Plan;
  readonly period: ReviewPeriod;
}

const ofWhole: readonly ReviewFigure[] = [
  'firstResponseSeconds',
  'resolutionSeconds',
  'satisfaction',
  'satisfactionTen',
  'netPromoterScore',
  'effort',
  'firstContactResolution',
  'returnRate',
  'occupancy',
  'retention',
  'cost',
];
const ofTeams: readonly ReviewFigure[] = ['peopleOnDuty', 'shrinkage', 'peopleEmployed', 'occupancy'];

/** All measured figures of one period, each kind in its table. */
export function PeriodGrids({ plan, period }: PeriodGridsProps) {
  const { t, say } = useText();
  const [view, setView] = useState<'contacts' | 'handlingSeconds'>('contacts');
  const named = (parts: readonly { readonly id: string; readonly name: Plan['name'] }[]) =>
    parts.map(({ id, name }) => ({ key: id, name: say(name) }));
  const last = (name: string) => ({ key: '=all', name, strong: true });
  const figure = (one: ReviewFigure) => ({ key: one, name: t(`review.figure.${one}`) });
  const { issueTypes, channels, teams, promises } = plan;
  const isContacts = view === 'contacts';
  return (
    <>
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('review.grid.view')}
          value={view}
          onChange={(chosen) => setView(chosen === 'contacts' ? 'contacts' : 'handlingSeconds')}
          data={(['contacts', 'handlingSeconds'] as const).map((one) => ({
            value: one,
            label: t(`review.figure.${one}`),
          }))}
        />
      </div>
      <MeasuredGrid
        key={view}
        plan={plan}
        period={period}
        title={t(isContacts ? 'review.grid.contacts' : 'review.grid.handling')}
        note={t('review.grid.contactsNote')}
        corner={t('review.grid.issueType')}
        rows={[...named(issueTypes), last(t('review.allTypes'))]}
        columns={[...named(channels), last(t('review.allChannels'))]}
        cellAt={(row, column) => {
          const [issueType, channel] = [issueTypes[row]?.id, channels[column]?.id];
          return {
            figure: view,
            about: {
              ...(issueType !== undefined && { issueType }),
              ...(channel !== undefined && { channel }),
            },
          };
        }}
      />
      <MeasuredGrid
        plan={plan}
        period={period}
        title={t('review.grid.people')}
        note={t('review.grid.peopleNote')}
        corner={t('review.grid.team')}
        rows={[...named(teams), last(t('review.all'))]}
        columns={ofTeams.map(figure)}
        cellAt={(row, column) => {
          const team = teams[row]?.id;
          return { figure: ofTeams[column] ?? 'peopleOnDuty', about: team === undefined ? {} : { team } };
        }}
      />
      {promises.length > 0 && (
        <MeasuredGrid
          plan={plan}
          period={period}
          title={t('review.grid.promises')}
          corner={t('review.grid.promise')}
          rows={named(promises)}
          columns={[figure('attained')]}
          cellAt={(row) => ({ figure: 'attained', about: { promise: promises[row]?.id ?? '' } })}
        />
      )}
      <MeasuredGrid
        plan={plan}
        period={period}
        title={t('review.grid.figures')}
        corner={t('review.grid.row')}
        rows={ofWhole.map(figure)}
        columns={[{ key: 'value', name: t('review.grid.value') }]}
        cellAt={(row) => ({ figure: ofWhole[row] ?? 'cost', about: {} })}
      />
    </>
  );
}
