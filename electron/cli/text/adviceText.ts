// An advice in a terminal: the candidates side by side, then each with its teams, promises, weak points and reasons.
import type {
  Advice,
  AdviceDecision,
  AdviceText,
  AdviceUnit,
  AdviceValue,
  Candidate,
} from '../../../core/measures/advice.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Speech } from '../speech.ts';
import { tableLines } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Three digits: what is proposed rests on assumptions. */
const short = (value: number): number => Number(value.toPrecision(3));

/** An amount with its unit in words, as it stands in a sentence. */
function amountText({ format }: Speech, value: number, unit: AdviceUnit): string {
  switch (unit) {
    case 'fraction':
      return format.percent(value, value > 0 && value < 0.0995 ? 1 : 0);
    case 'seconds':
      return format.duration(value);
    case 'money':
      return format.money(short(value));
    case 'hours':
      return format.unit(Math.round(value), 'hours');
    case 'contacts':
      return format.unit(Math.round(value), 'contacts');
    case 'people':
      return format.unit(Math.round(value), 'people');
    case 'agents':
      return format.unit(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), 'agents');
    default:
      return format.number(short(value), { decimals: value < 100 ? 2 : 0, trim: true });
  }
}

function valueText(speech: Speech, value: AdviceValue): string {
  switch (value.kind) {
    case 'amount':
      return amountText(speech, value.value, value.unit);
    case 'range':
      return speech.format.range(value.low, value.high, (end) => amountText(speech, end, value.unit));
    case 'name':
      return speech.name(value.name);
    case 'word':
      return speech.t.dynamic('advice.word', `${value.group}.${value.word}`);
    case 'list':
      return speech.format.list(value.items.map((item) => valueText(speech, item)));
  }
}

export const sentence = (speech: Speech, { branch, code, params }: AdviceText): string =>
  speech.t.dynamic(
    `advice.${branch}`,
    code,
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueText(speech, value)])),
  );

export function writeAdvice(advice: Advice, name: Text, speech: Speech, out: Terminal): void {
  const { t, format } = speech;
  out.paragraph(t('advice.page.title', { name: speech.name(name) }), { style: 'bold' });
  out.paragraph(t('advice.page.byFormula', { assumed: format.integer(advice.assumptions.length) }), {
    style: 'dim',
  });
  out.line();
  writeTable(advice.candidates, speech, out);
  for (const candidate of advice.candidates) writeCandidate(candidate, advice.decisions, speech, out);
  const shared = advice.decisions.filter(({ id }) => !id.includes('/'));
  writeDecisions(t('advice.page.shared'), shared, speech, out);
  writeList(
    t('advice.page.toMeasure'),
    advice.toMeasure.map(({ text }) => sentence(speech, text)),
    out,
  );
  writeList(
    t('advice.page.unkept'),
    advice.unkept.map(({ name: promise, reason }) =>
      t('advice.page.unkeptLine', { promise: speech.name(promise), reason: sentence(speech, reason) }),
    ),
    out,
  );
}

const nameOf = (speech: Speech, { id }: Candidate): string => speech.t.dynamic('advice.word.candidate', id);

function writeTable(candidates: readonly Candidate[], speech: Speech, out: Terminal): void {
  const { t, format } = speech;
  const columns = [
    { header: t('advice.page.candidate'), align: 'start' as const },
    ...[t('advice.page.people'), t('advice.page.cost'), t('advice.page.kept'), t('advice.page.fragile')].map(
      (header) => ({ header, align: 'end' as const }),
    ),
    { header: t('advice.page.frontier'), align: 'start' as const },
  ];
  const rows = candidates.map((candidate) => {
    const { people, costPerMonth, promises, promisesKept, fragility, isOnFrontier } = candidate;
    const kept = { kept: format.integer(promisesKept), all: format.integer(promises.length) };
    return [
      nameOf(speech, candidate),
      format.integer(people),
      format.money(short(costPerMonth.value)),
      t('advice.page.ofAll', kept),
      format.integer(fragility.count),
      t(isOnFrontier ? 'advice.page.yes' : 'advice.page.no'),
    ];
  });
  for (const { header, rows: lines } of tableLines(columns, rows, out.width)) {
    for (const line of header) out.line(out.styled(line, 'dim'));
    for (const line of lines) out.line(line);
  }
}

function writeCandidate(
  candidate: Candidate,
  decisions: readonly AdviceDecision[],
  speech: Speech,
  out: Terminal,
): void {
  const { t, format } = speech;
  out.line();
  out.paragraph(nameOf(speech, candidate), { style: 'bold' });
  out.paragraph(sentence(speech, candidate.summary));
  writeList(
    t('advice.page.teams'),
    candidate.document.teams.map(({ name, groups }) => {
      const people = groups.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0);
      return t('advice.page.team', { team: speech.name(name), people: format.unit(people, 'people') });
    }),
    out,
  );
  writeList(
    t('advice.page.promises'),
    candidate.promises.map(({ name, attained, shareToAttain, reason }) => {
      const line = t('advice.page.promise', {
        promise: speech.name(name),
        attained: attained === null ? '—' : format.percent(attained, 1),
        asked: format.percent(shareToAttain),
      });
      return reason === null ? line : `${line}. ${sentence(speech, reason)}`;
    }),
    out,
  );
  writeList(
    t('advice.page.weak'),
    candidate.weakPoints.map((text) => sentence(speech, text)),
    out,
  );
  writeList(
    t('advice.page.way'),
    candidate.way.map(({ change, role, team, before, after }) =>
      t('advice.page.wayLine', {
        role: t.dynamic('advice.word.role', role),
        team: speech.name(team),
        before: format.integer(before),
        after: format.integer(after),
        change: t.dynamic('advice.way', change),
      }),
    ),
    out,
  );
  const own = decisions.filter(({ id }) => id.startsWith(`${candidate.id}/`));
  writeDecisions(t('advice.page.decisionsOf', { candidate: nameOf(speech, candidate) }), own, speech, out);
}

function writeDecisions(
  title: string,
  decisions: readonly AdviceDecision[],
  speech: Speech,
  out: Terminal,
): void {
  const { t } = speech;
  out.line();
  out.paragraph(title, { style: 'bold' });
  for (const { rule, chosen, reasons, sources, changes, rows } of decisions) {
    const why = reasons.map((text) => sentence(speech, text)).join(' ');
    out.paragraph(`\u2022 ${t.dynamic('advice.rule', rule)}: ${sentence(speech, chosen)} ${why}`, {
      indent: 2,
    });
    const from = sources.map((text) => sentence(speech, text)).join(' \u00B7 ');
    out.paragraph(t('advice.page.sources', { sources: `${from} (${rows.join(', ')})` }), {
      indent: 4,
      style: 'dim',
    });
    for (const change of changes)
      out.paragraph(t('advice.page.wouldChange', { change: sentence(speech, change) }), {
        indent: 4,
        style: 'dim',
      });
  }
}

function writeList(title: string, lines: readonly string[], out: Terminal): void {
  if (lines.length === 0) return;
  out.paragraph(title, { style: 'dim' });
  for (const line of lines) out.paragraph(`\u2022 ${line}`, { indent: 2 });
}
