import { NO_VALUE } from '../../../locales/format/number.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { VerdictMark } from '../VerdictMark.tsx';
import { differenceText } from './differenceText.ts';

/** The promises by formula while a slider moves: what each comes to, and what the move does to it. */
export function QuickAnswer({ open }: { open: OpenPlan }) {
  const texts = useText();
  const { t, format } = texts;
  const previewed = useSession((session) => session.previewed);
  const figures = useSession((session) => session.figures);
  const strip = previewed?.strip;
  if (strip === undefined || strip.promises.length === 0) return null;
  const before = figures?.planHash === open.planHash ? figures?.strip.promises : undefined;
  return (
    <DataTable
      caption={t('scenarios.quick.byFormula')}
      rowHead={t('compare.column.measure')}
      columns={[
        { key: 'level', head: t('scenarios.quick.level') },
        { key: 'asked', head: t('scenarios.quick.asked') },
        { key: 'difference', head: t('compare.column.difference') },
        { key: 'verdict', head: t('compare.column.verdict'), numeric: false },
      ]}
      rows={strip.promises.map(({ promise, attained, shareToAttain, verdict }) => {
        const was = before?.find((one) => one.promise.id === promise.id)?.attained.value ?? null;
        const isKnown = was !== null && attained.value !== null;
        const difference = isKnown ? { value: (attained.value ?? 0) - was, halfWidth: null } : null;
        return {
          key: promise.id,
          head: <PlanText of={promise.name} />,
          cells: [
            attained.value === null ? NO_VALUE : format.percent(attained.value, 1),
            shareText(format, shareToAttain),
            <bdi key="difference">{differenceText(texts, 'fraction', difference)}</bdi>,
            <VerdictMark key="verdict" verdict={verdict} />,
          ],
        };
      })}
    />
  );
}
