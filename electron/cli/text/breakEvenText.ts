// Break-even in a terminal: a table of breaking points, their check by simulation, and for each assistant what it saves.

import {
  type AssistantPays,
  type BreakEvenResult,
  type BreakingPoint,
  type BrokenBy,
  type ContainmentPoint,
  earningOf,
} from '../../../core/measures/breakEven.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './textReport.ts';

interface Page {
  readonly speech: Speech;
  readonly out: Terminal;
  /** A month, in the currency of the plan; absent: not asked. */
  readonly assistantCost?: number | undefined;
}

const ways = ['volume', 'handling'] as const satisfies readonly BrokenBy[];

export function writeBreakEven(result: BreakEvenResult, plan: Plan, page: Page): void {
  const { speech, out } = page;
  const { t, format, name } = speech;
  out.paragraph(t('breakEven.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(t('breakEven.intro'));
  if (result.replications > 0) {
    const [replications, seed] = [format.integer(result.replications), format.integer(result.seed)];
    out.paragraph(t('breakEven.introChecked', { replications, seed }));
  }
  const nameOf = (id: string): string => name(plan.promises.find((one) => one.id === id)?.name ?? id);
  out.line();
  writePoints(result, nameOf, page);
  for (const by of ways) writeChecks(result, by, nameOf, page);
  for (const assistant of result.assistants) {
    const { channel } = assistant;
    writeAssistant(assistant, name(plan.channels.find(({ id }) => id === channel)?.name ?? channel), page);
  }
}

/** So much more or less, in words. */
function factorText(factor: number, { t, format }: Speech): string {
  const percent = isolate(format.percent(Math.abs(factor - 1), 1));
  return t(factor >= 1 ? 'breakEven.breaks.more' : 'breakEven.breaks.less', { percent });
}

function pointText(point: BreakingPoint | undefined, speech: Speech): string {
  const { t } = speech;
  if (point === undefined) return NO_VALUE;
  if (point.outcome === 'breaks') return factorText(point.factor ?? 1, speech);
  return t(`breakEven.${point.outcome}`);
}

function writePoints({ breaking }: BreakEvenResult, nameOf: (id: string) => string, page: Page): void {
  const { speech, out } = page;
  const { t, format } = speech;
  const promises = [...new Set(breaking.map(({ promise }) => promise))];
  const columns = [
    { header: t('breakEven.column.promise'), align: 'start' },
    { header: t('breakEven.column.level'), align: 'end' },
    { header: t('breakEven.column.asked'), align: 'end' },
    ...ways.map((by) => ({ header: t(`breakEven.column.${by}`), align: 'end' }) as const),
  ] as const;
  const rows = promises.map((id) => {
    const of = (by: BrokenBy) => breaking.find((one) => one.promise === id && one.by === by);
    const { level = null, shareToAttain = 0 } = breaking.find(({ promise }) => promise === id) ?? {};
    return [
      nameOf(id),
      level === null ? NO_VALUE : format.percent(level, 1),
      format.percent(shareToAttain, 0),
      ...ways.map((by) => pointText(of(by), speech)),
    ];
  });
  writeTable(out, { columns, rows });
}

function writeChecks(
  { breaking }: BreakEvenResult,
  by: BrokenBy,
  nameOf: (id: string) => string,
  { speech, out }: Page,
): void {
  const { t, format } = speech;
  const checked = breaking.filter((point) => point.by === by && point.simulated !== null);
  if (checked.length === 0) return;
  out.line();
  out.line(t(`breakEven.checkTitle.${by}`));
  const columns = [
    { header: t('breakEven.column.promise'), align: 'start' },
    { header: t(`breakEven.column.${by}`), align: 'end' },
    { header: t('breakEven.column.simulated'), align: 'end' },
    { header: t('breakEven.column.simulatedPoint'), align: 'end' },
  ] as const;
  const rows = checked.map((point) => {
    const { level = null, halfWidth = null, factor = null } = point.simulated ?? {};
    return [
      nameOf(point.promise),
      pointText(point, speech),
      estimateText(format, 'fraction', { value: level, halfWidth }),
      factor === null ? t('breakEven.far') : factorText(factor, speech),
    ];
  });
  writeTable(out, { columns, rows });
}

function writeAssistant(assistant: AssistantPays, channel: string, page: Page): void {
  const { speech, out, assistantCost } = page;
  const { t, format } = speech;
  const { points, isPlanned, contactsPerMonth } = assistant;
  const percent = (share: number): string => format.percent(share, 0);
  const money = (amount: number | null): string => (amount === null ? NO_VALUE : format.money(amount));
  out.line();
  out.paragraph(t('breakEven.assistant.title', { channel }), { style: 'bold' });
  const containment = percent(assistant.containment);
  out.paragraph(
    isPlanned
      ? t('breakEven.assistant.planned', {
          containment,
          contacts: format.number(contactsPerMonth, { decimals: 0 }),
        })
      : t('breakEven.assistant.imagined'),
  );
  const columns = [
    { header: t('breakEven.assistant.column.containment'), align: 'end' },
    { header: t('breakEven.assistant.column.hours'), align: 'end' },
    { header: t('breakEven.assistant.column.cost'), align: 'end' },
    { header: t('breakEven.assistant.column.saved'), align: 'end' },
  ] as const;
  const without = points[0]?.costPerMonth ?? null;
  const rows = points.map(({ containment: solved, hoursPerWeek, costPerMonth }) => [
    percent(solved),
    hoursPerWeek === null ? NO_VALUE : format.number(hoursPerWeek, { decimals: 0 }),
    money(costPerMonth),
    money(without === null || costPerMonth === null ? null : without - costPerMonth),
  ]);
  writeTable(out, { columns, rows });
  // Of an imagined one, what the most that was looked at would save.
  const shown = isPlanned ? assistant : { ...assistant, containment: points.at(-1)?.containment ?? 0 };
  const cost = { perMonth: assistantCost ?? 0, perContact: 0 };
  const { savedPerMonth, hoursSavedPerWeek, paysFrom } = earningOf(shown, cost);
  const at = percent(shown.containment);
  if (hoursSavedPerWeek === null) return void out.paragraph(t('breakEven.assistant.noNumber'));
  const hours = format.number(hoursSavedPerWeek, { decimals: 0 });
  out.paragraph(
    savedPerMonth === null
      ? t('breakEven.assistant.savesHours', { containment: at, hours })
      : t('breakEven.assistant.saves', { containment: at, hours, money: format.money(savedPerMonth) }),
  );
  if (assistantCost === undefined || savedPerMonth === null) return;
  const asked = format.money(assistantCost);
  const most = percent(mostOf(points));
  out.paragraph(
    paysFrom === null
      ? t('breakEven.assistant.paysNever', { money: asked, most })
      : t('breakEven.assistant.pays', { money: asked, containment: percent(paysFrom) }),
    { style: 'bold' },
  );
}

const mostOf = (points: readonly ContainmentPoint[]): number => points.at(-1)?.containment ?? 0;
