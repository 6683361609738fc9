// What breaks first, in a terminal: what may happen, the size at which a promise gives way by formula, and what the simulation
// says of it.
import { checkedStep, type StressResult, type StressRow } from '../../../core/measures/stress.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { missedAlready, stressNews } from '../../../core/report/stressNews.ts';
import { stressSizeText } from '../../../locales/format/stressSize.ts';
import type { Speech } from '../speech.ts';
import type { TableColumn } from './table.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

export function writeStress(result: StressResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const { promises, rows, replications, seed } = result;
  out.paragraph(t('stress.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(t('stress.intro'));
  if (replications > 0) {
    const params = { replications: format.integer(replications), seed: format.integer(seed) };
    out.paragraph(t('stress.checked', params));
  }
  const missed = missedAlready(result);
  const silent = promises.filter(({ level }) => level === null);
  const listed = (of: typeof promises): string => format.list(of.map((promise) => name(promise.name)));
  if (missed.length > 0) out.paragraph(t('stress.missed', { promises: listed(missed) }));
  if (silent.length > 0) out.paragraph(t('stress.noFormula', { promises: listed(silent) }));
  const columns = [
    { header: t('stress.column.what'), align: 'start' },
    { header: t('stress.column.size'), align: 'end' },
    { header: t('stress.column.breaks'), align: 'start' },
    { header: t('stress.column.simulated'), align: 'start' },
  ] as const satisfies readonly TableColumn[];
  out.line();
  writeTable(
    columns,
    rows.map((row) => rowOf(row, result, speech)),
    out,
  );
}

function rowOf(row: StressRow, result: StressResult, speech: Speech): string[] {
  const { promises } = result;
  const { t, format, name } = speech;
  const step = checkedStep(row);
  const what = t(`stress.kind.${row.kind}`, { part: row.name === null ? '' : name(row.name) });
  const size = step === undefined ? '' : stressSizeText(format, row.kind, step.size);
  const named = (ids: readonly string[]): string =>
    format.list(ids.map((id) => name(promises.find((promise) => promise.id === id)?.name ?? id)));
  const broken = row.first === null ? t('stress.holds') : named(step?.broken ?? []);
  const news = stressNews(result, row);
  const simulated =
    news === null
      ? ''
      : news.missed.length > 0
        ? t('stress.surelyMissed', { promises: named(news.missed) })
        : news.atRisk.length > 0
          ? t('stress.atRisk', { promises: named(news.atRisk) })
          : t('stress.simulatedHolds');
  return [what, size, broken, simulated];
}
