import type { LeastCostResult } from '../../../core/measures/leastCost.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { VerdictMark } from '../VerdictMark.tsx';

/** Every promise as planned and with the numbers found, the surer figures first. */
export function FoundPromises({ result: { promises, replications } }: { result: LeastCostResult }) {
  const { t, format } = useText();
  const isSimulated = replications > 0;
  const level = (value: number | null): string => (value === null ? NO_VALUE : format.percent(value, 1));
  return (
    <DataTable
      caption={t('leastCost.promises')}
      rowHead={t('leastCost.column.promise')}
      groups={[
        { key: 'asked', head: null, span: 1 },
        ...(isSimulated ? [{ key: 'simulated', head: t('leastCost.column.bySimulation'), span: 3 }] : []),
        { key: 'formula', head: t('leastCost.column.byFormula'), span: 2 },
      ]}
      columns={[
        { key: 'asked', head: t('leastCost.column.asked') },
        ...(isSimulated
          ? [
              { key: 'simulatedBefore', head: t('leastCost.column.asPlanned') },
              { key: 'simulatedFound', head: t('leastCost.column.found') },
              { key: 'verdict', head: t('leastCost.column.verdict'), numeric: false },
            ]
          : []),
        { key: 'before', head: t('leastCost.column.asPlanned') },
        { key: 'found', head: t('leastCost.column.found') },
      ]}
      rows={promises.map(({ id, name, shareToAttain, before, after }) => ({
        key: id,
        head: <PlanText of={name} />,
        cells: [
          shareText(format, shareToAttain),
          ...(isSimulated
            ? [
                estimateText(format, before.simulated?.attained, 'fraction'),
                estimateText(format, after.simulated?.attained, 'fraction'),
                <VerdictMark key="verdict" verdict={after.simulated?.verdict ?? 'undecided'} />,
              ]
            : []),
          level(before.level),
          level(after.level),
        ],
      }))}
    />
  );
}
