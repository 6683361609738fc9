// The least cost that keeps the promises, in a terminal: the answer, who is on duty as planned and as found, what becomes of the
// promises, and each number that changes.
import type {
  LeastCostPromise,
  LeastCostResult,
  LeastCostTotals,
  StaffedBy,
} from '../../../core/measures/leastCost.ts';
import { withAgents } from '../../../core/plan/edits/agentsOnDuty.ts';
import { changeText } from '../../../core/plan/edits/changeText.ts';
import { planChanges } from '../../../core/plan/edits/planChanges.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { leastCostAnswer, openPromises } from '../../../core/report/leastCostNews.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { changeWords } from './changeWords.ts';
import { estimateText } from './estimateText.ts';
import type { TableColumn } from './table.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

export function writeLeastCost(result: LeastCostResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  out.paragraph(t('leastCost.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(answerText(result, speech));
  const open = openPromises(result);
  const named = (of: readonly LeastCostPromise[]): string => format.list(of.map((one) => name(one.name)));
  for (const [kind, of] of [
    ['notKept', open.notKept],
    ['outOfReach', open.outOfReach],
    ['noFormula', open.noFormula],
  ] as const)
    if (of.length > 0) out.paragraph(t(`leastCost.answer.${kind}`, { promises: named(of) }));
  const { replications, seed, aim, isSettled } = result;
  if (aim === 'hours') out.paragraph(t('leastCost.aimHours'));
  const runs = { replications: format.integer(replications), seed: format.integer(seed) };
  out.paragraph(replications > 0 ? t('leastCost.checked', runs) : t('leastCost.byFormula'), { style: 'dim' });
  out.paragraph(t(isSettled ? 'leastCost.limits' : 'leastCost.notSettled'), { style: 'dim' });
  writeGroups(result, plan, speech, out);
  writePromises(result, speech, out);
  writeChanges(result, plan, speech, out);
}

function answerText(result: LeastCostResult, speech: Speech): string {
  const { t, format } = speech;
  const amount = ({ costPerMonthMoney, hoursPerWeek }: LeastCostTotals): string =>
    result.aim === 'cost' && costPerMonthMoney !== null
      ? t('leastCost.amount.cost', { amount: format.money(costPerMonthMoney) })
      : t('leastCost.amount.hours', { hours: format.unit(Math.round(hoursPerWeek), 'hours') });
  const params = { before: amount(result.before), after: amount(result.after) };
  return t(`leastCost.answer.${leastCostAnswer(result)}`, params);
}

function write(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  out: Terminal,
): void {
  out.line();
  out.paragraph(title, { style: 'bold' });
  writeTable(columns, rows, out);
}

function writeGroups(
  { groups, before, after }: LeastCostResult,
  plan: Plan,
  speech: Speech,
  out: Terminal,
): void {
  const { t, format, name } = speech;
  const heads = ['hours', 'people', 'cost'] as const;
  const columns: TableColumn[] = [
    { header: t('leastCost.column.group'), align: 'start' },
    ...heads.flatMap((head): TableColumn[] =>
      (['asPlanned', 'found'] as const).map((when) => ({
        header: `${t(`leastCost.column.${head}`)}, ${t(`leastCost.column.${when}`)}`,
        align: 'end',
      })),
    ),
  ];
  const cells = (then: StaffedBy | LeastCostTotals): readonly [string, string, string] => [
    format.number(then.hoursPerWeek, { decimals: 0 }),
    format.integer(then.people),
    then.costPerMonthMoney === null ? NO_VALUE : format.money(then.costPerMonthMoney),
  ];
  const row = (
    head: string,
    one: { before: StaffedBy | LeastCostTotals; after: StaffedBy | LeastCostTotals },
  ): string[] => {
    const was = cells(one.before);
    const is = cells(one.after);
    return [head, ...heads.flatMap((_, place) => [was[place] ?? '', is[place] ?? ''])];
  };
  const nameOf = (team: string, group: string): string => {
    const of = plan.teams.find(({ id }) => id === team);
    const found = of?.groups.find(({ id }) => id === group);
    const own = found?.name ?? plan.roles.find(({ id }) => id === found?.role)?.name;
    const called = own === undefined ? t('leastCost.unnamedGroup') : name(own);
    return t('leastCost.groupOfTeam', { group: called, team: name(of?.name ?? team) });
  };
  const rows = groups
    .filter(({ state }) => state !== 'heldFixed')
    .map(({ team, group, state, ...one }) => {
      const called = nameOf(team, group);
      return row(state === 'unfelt' ? `${called} (${t('leastCost.unfelt')})` : called, one);
    });
  write(t('leastCost.groups'), columns, [...rows, row(t('leastCost.column.all'), { before, after })], out);
}

function writePromises({ promises, replications }: LeastCostResult, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const level = (value: number | null): string => (value === null ? NO_VALUE : format.percent(value, 1));
  const isSimulated = replications > 0;
  const when = (head: 'asPlanned' | 'found', by: 'byFormula' | 'bySimulation'): TableColumn => ({
    header: `${t(`leastCost.column.${head}`)}, ${t(`leastCost.column.${by}`)}`,
    align: 'end',
  });
  const columns: TableColumn[] = [
    { header: t('leastCost.column.promise'), align: 'start' },
    { header: t('leastCost.column.asked'), align: 'end' },
    ...(isSimulated ? [when('asPlanned', 'bySimulation'), when('found', 'bySimulation')] : []),
    ...(isSimulated ? [{ header: t('leastCost.column.verdict'), align: 'start' } as const] : []),
    when('asPlanned', 'byFormula'),
    when('found', 'byFormula'),
  ];
  const rows = promises.map(({ name: of, shareToAttain, before, after }) => [
    name(of),
    format.percent(shareToAttain, 0),
    ...(isSimulated
      ? [
          estimateText(format, 'fraction', before.simulated?.attained ?? null),
          estimateText(format, 'fraction', after.simulated?.attained ?? null),
          t(`report.verdict.${after.simulated?.verdict ?? 'undecided'}`),
        ]
      : []),
    level(before.level),
    level(after.level),
  ]);
  write(t('leastCost.promises'), columns, rows, out);
}

function writeChanges({ groups }: LeastCostResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t } = speech;
  const found = withAgents(plan, new Map(groups.map(({ group, after }) => [group, after.agents])));
  const words = changeWords(speech);
  out.line();
  out.paragraph(t('leastCost.changes'), { style: 'bold' });
  const changes = planChanges(plan, found);
  if (changes.length === 0) out.paragraph(t('changes.none'), { indent: 2, style: 'dim' });
  for (const change of changes) out.paragraph(`\u2022 ${changeText(change, words)}`, { indent: 2 });
}
