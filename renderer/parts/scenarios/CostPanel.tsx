import { lazy, Suspense, useState } from 'react';
import type { Comparison } from '../../../core/measures/comparison.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { pointText } from './differenceText.ts';

const CostPromiseChart = lazy(async () => ({
  default: (await import('../../charts/CostPromiseChart.tsx')).CostPromiseChart,
}));

/** What each plan costs against how well it keeps one promise. */
export function CostPanel({ comparison }: { comparison: Comparison }) {
  const texts = useText();
  const { t, say } = texts;
  const { plans, promises, measures } = comparison;
  const [chosen, setChosen] = useState<string | null>(null);
  const promise = promises.find(({ id }) => id === chosen) ?? promises[0];
  const cost = measures.find(({ scope, measure }) => scope === 'total' && measure === 'costPerMonthMoney');
  if (promise === undefined || cost === undefined) return null;
  const level = measures.find(({ scope, id }) => scope === 'promises' && id === promise.id);
  const points = plans.flatMap(({ name }, place) => {
    const [x, y] = [cost.values[place], level?.values[place]];
    if (x?.value == null || y?.value == null) return [];
    return [
      { key: String(place), name: say(name), cost: x.value, level: y.value, halfWidth: y.halfWidth ?? 0 },
    ];
  });
  if (points.length === 0) return null;
  const table = (): ChartTable => ({
    rowHead: t('compare.column.plan'),
    columns: [
      { key: 'cost', head: t('compare.column.cost'), name: t('compare.column.cost') },
      { key: 'level', head: say(promise.name), name: say(promise.name) },
    ],
    rows: plans.map(({ name }, place) => {
      const [x, y] = [cost.values[place] ?? null, level?.values[place] ?? null];
      return {
        key: String(place),
        head: say(name),
        name: say(name),
        cells: [
          { shown: pointText(texts, 'money', x), value: x?.value ?? null },
          { shown: pointText(texts, 'fraction', y), value: y?.value ?? null },
        ],
      };
    }),
  });
  return (
    <ChartFrame
      plain
      title={t('scenarios.chart.title')}
      explanation={t('scenarios.chart.explanation')}
      table={table}
      controls={
        <ChoiceField
          label={t('scenarios.chart.promise')}
          options={promises.map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={promise.id}
          onChange={setChosen}
          width={320}
        />
      }
    >
      <Suspense fallback={null}>
        <CostPromiseChart points={points} asked={promise.shareToAttain[0] ?? null} />
      </Suspense>
    </ChartFrame>
  );
}
