import { useMemo } from 'react';
import type { Series } from '../../../core/measures/result.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';

export interface PlaceGroup {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

export const placeOfSeries = ({ scope, id }: Pick<Series, 'scope' | 'id'>): string => `${scope}/${id}`;

/** The places for which there are series, the whole first, then as the plan lists them. */
export function usePlaces(plan: Plan, series: readonly Series[]): PlaceGroup[] {
  const { t, say } = useText();
  return useMemo(() => {
    const present = new Set(series.map(placeOfSeries));
    const among = (
      scope: 'tiers' | 'teams' | 'channels' | 'promises',
      parts: readonly { readonly id: string; readonly name: Plan['name'] }[],
    ): PlaceGroup['items'] =>
      parts
        .map(({ id, name }) => ({ value: placeOfSeries({ scope, id }), label: say(name) }))
        .filter(({ value }) => present.has(value));
    const groups: PlaceGroup[] = [
      {
        group: t('app.load.whole'),
        items: present.has('total/') ? [{ value: 'total/', label: t('app.load.organisation') }] : [],
      },
      { group: t('report.part.teams'), items: among('teams', plan.teams) },
      { group: t('report.part.tiers'), items: among('tiers', plan.tiers) },
      { group: t('report.part.channels'), items: among('channels', plan.channels) },
      { group: t('report.part.promises'), items: among('promises', plan.promises) },
    ];
    return groups.filter(({ items }) => items.length > 0);
  }, [plan, series, t, say]);
}
