// The accuracy card in a terminal: a table of both answers, then why they part.
import type { AccuracyCard, CardLine, Comparison, Subject } from '../../../core/measures/accuracyCard.ts';
import { measures } from '../../../core/measures/catalogue.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { Speech } from '../speech.ts';
import { estimateText } from './estimateText.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

export function writeCard(card: AccuracyCard, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, format, name } = speech;
  const { replications, seed, lines } = card;
  out.paragraph(t('accuracy.title', { plan: name(plan.name) }), { style: 'bold' });
  const z = isolate(`|z| \u2264 ${format.integer(4)}`);
  out.paragraph(
    t('accuracy.intro', { replications: format.integer(replications), seed: format.integer(seed), z }),
  );
  out.line();
  const columns = [
    { header: t('accuracy.column.figure'), align: 'start' },
    { header: t('accuracy.column.formula'), align: 'end' },
    { header: t('accuracy.column.simulation'), align: 'end' },
    { header: t('accuracy.column.difference'), align: 'end' },
    { header: t('accuracy.column.z'), align: 'end' },
    { header: '', align: 'start' },
  ] as const;
  const shown = lines.filter(({ verdict }) => verdict !== 'absent');
  const rows = shown.map((line) => [
    figureName(line.subject, plan, speech),
    ...figures(line.subject, line.comparison, speech),
    t(`accuracy.verdict.${line.verdict}`),
  ]);
  writeTable(columns, rows, out);
  const apart = lines.filter(({ verdict }) => verdict === 'explained' || verdict === 'open');
  if (apart.length > 0) {
    out.line();
    out.paragraph(t('accuracy.reasons'), { style: 'bold' });
  }
  for (const line of apart) writeReason(line, plan, speech, out);
  const count = (verdict: CardLine['verdict']): string =>
    format.integer(lines.filter((line) => line.verdict === verdict).length);
  out.line();
  out.paragraph(
    t('accuracy.counts', {
      agrees: count('agrees'),
      explained: count('explained'),
      open: count('open'),
      runs: format.integer(card.runs),
    }),
  );
}

function writeReason({ subject, run }: CardLine, plan: Plan, speech: Speech, out: Terminal): void {
  const { t } = speech;
  out.paragraph(figureName(subject, plan, speech));
  if (run === null) {
    out.paragraph(t('accuracy.unexplained'), { indent: 2, style: 'bad' });
    return;
  }
  const [formula, simulation, , z] = figures(subject, run.comparison, speech);
  const features = run.off.map((feature) => t(`accuracy.feature.${feature}`)).join(t('accuracy.and'));
  const said = t('accuracy.without', {
    features,
    formula: isolate(formula),
    simulation: isolate(simulation),
    z: isolate(z),
  });
  out.paragraph(run.isTrivial ? `${said} ${t('accuracy.trivial')}` : said, { indent: 2 });
}

/** Formula, simulation, difference and z as texts. */
function figures(
  { measure }: Subject,
  { formula, simulated, halfWidth, difference, z }: Comparison,
  { format }: Speech,
): readonly [string, string, string, string] {
  const { unit } = measures[measure];
  const like = (value: number | null): string =>
    value === null
      ? NO_VALUE
      : format.bare(value, unit === 'fraction' ? 'fraction' : 'seconds', { decimals: 1 });
  return [
    like(formula),
    estimateText(format, unit, { value: simulated, halfWidth }),
    like(difference),
    z === null ? NO_VALUE : format.number(z, { decimals: 1 }),
  ];
}

function figureName({ scope, id, measure }: Subject, plan: Plan, { t, name }: Speech): string {
  const list: readonly { readonly id: string; readonly name: Plan['name'] }[] =
    scope === 'teams' ? plan.teams : plan.promises;
  const part = name(list.find((candidate) => candidate.id === id)?.name ?? id);
  return `${part}: ${t(`measures.${measure}.name`)}`;
}
