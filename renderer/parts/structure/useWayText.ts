import { useCallback } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Way } from '../../../core/plan/ways.ts';
import { useText } from '../../text/TextProvider.tsx';

/** An arrow in words: 'Functional escalation from A to B: 31 contacts a day'. */
export function useWayText(plan: Plan): (way: Way, perDay: number | null) => string {
  const { t, say, format } = useText();
  return useCallback(
    (way, perDay) => {
      const name = (list: readonly { readonly id: string; readonly name: Plan['name'] }[], id: string) =>
        say(list.find((part) => part.id === id)?.name) || id;
      const ends = {
        kind: t(`structure.way.${way.kind}`),
        from: name(way.kind === 'arrival' ? plan.channels : plan.teams, way.from),
        to: name(way.kind === 'department' ? plan.departments : plan.teams, way.to),
      };
      if (perDay === null) return t('structure.arrow', ends);
      const count = format.number(perDay, { decimals: perDay < 10 ? 1 : 0, trim: true });
      return t('structure.arrowWithFlow', { ...ends, count });
    },
    [plan, t, say, format],
  );
}
