import { IconInfoCircle } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Note } from '../Note.tsx';

const needed = ['channels', 'issueTypes', 'teams'] as const;

/** What a plan must have before rules can say anything about it. */
export function StillLacking({ plan }: { plan: Plan }) {
  const { t, format } = useText();
  const lacking = needed.filter((list) => plan[list].length === 0);
  if (lacking.length === 0) return null;
  const parts = format.list(lacking.map((list) => t(`report.part.${list}`)));
  return <Note tone="plain" icon={IconInfoCircle} title={t('routing.lacking', { parts })} />;
}
