// What breaks first, in a terminal: what may happen, the size at which a promise gives way by formula, and what the simulation
// says of it.
import type { StressResult, StressRow } from '../../../core/measures/stress.ts';
import type { Verdict } from '../../../core/measures/verdict.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import type { Speech } from '../speech.ts';
import { type TableColumn, tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

export function writeStress(result: StressResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const { promises, rows, replications, seed } = result;
  out.paragraph(t('stress.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(t('stress.intro'));
  if (replications > 0) {
    const params = { replications: format.integer(replications), seed: format.integer(seed) };
    out.paragraph(t('stress.checked', params));
  }
  const missed = promises.filter(({ level, shareToAttain, simulated }) =>
    simulated === null ? level !== null && level < shareToAttain : simulated.verdict === 'missed',
  );
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
  for (const block of tableLines(
    columns,
    rows.map((row) => rowOf(row, result, speech)),
    out.width,
  )) {
    for (const line of block.header) out.line(out.styled(line, 'dim'));
    for (const line of block.rows) out.line(line);
  }
}

function rowOf(row: StressRow, { promises }: StressResult, speech: Speech): string[] {
  const { t, format, name } = speech;
  const step = row.steps[row.first ?? row.steps.length - 1];
  const what = t(`stress.kind.${row.kind}`, { part: row.name === null ? '' : name(row.name) });
  const size = step === undefined ? '' : sizeText(row, step.size, speech);
  const named = (ids: readonly string[]): string =>
    format.list(ids.map((id) => name(promises.find((promise) => promise.id === id)?.name ?? id)));
  const broken = row.first === null ? t('stress.holds') : named(step?.broken ?? []);
  // What the simulation finds missed without any stress is no news.
  const isNews = (promise: string, verdict: Verdict): boolean =>
    promises.find(({ id }) => id === promise)?.simulated?.verdict !== verdict;
  const news = (row.simulated ?? []).filter(({ promise, verdict }) => isNews(promise, verdict));
  const lost = news.filter(({ verdict }) => verdict === 'missed');
  const open = news.filter(({ verdict }) => verdict === 'atRisk');
  const simulated =
    row.simulated === null
      ? ''
      : lost.length > 0
        ? t('stress.surelyMissed', { promises: named(lost.map(({ promise }) => promise)) })
        : open.length > 0
          ? t('stress.atRisk', { promises: named(open.map(({ promise }) => promise)) })
          : t('stress.simulatedHolds');
  return [what, size, broken, simulated];
}

/** A share more or missing; of a slower department how many times as slow. */
const sizeText = ({ kind }: StressRow, size: number, { format }: Speech): string =>
  isolate(kind === 'slowDepartment' ? `\u00D7${format.number(size)}` : format.percent(size, 0));
