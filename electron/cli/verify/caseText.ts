// A checked case in words: what it is about, where its numbers come from, and each number beside ours.
import { measures, type Unit } from '../../../core/measures/catalogue.ts';
import { modelNamed } from '../../../core/queueing/models.ts';
import type { CheckedCase, CheckedFigure, Tolerance } from '../../../core/verification/checkedCase.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import type { Speech } from '../speech.ts';
import { tableLines } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';

export function writeCase(speech: Speech, out: Terminal, found: CheckedCase): void {
  const { t, format } = speech;
  const verdict = found.agrees ? t('verify.agrees') : t('verify.misses');
  out.line();
  out.paragraph(`${verdict}  ${isolate(found.id)}: ${t(`verify.topic.${found.topic}`)}`, {
    style: found.agrees ? 'good' : 'bad',
  });
  const { citation, place } = found.source;
  const cited = place === undefined ? citation : `${citation}; ${place}`;
  out.paragraph(t('verify.source', { source: cited }), { indent: 2 });
  if (found.formula !== null) {
    const asked = `saff formula ${found.formula.name} ${JSON.stringify(found.formula.given)}`;
    out.paragraph(
      t(found.kind === 'formula' ? 'verify.formula' : 'verify.exactAnswer', { command: shortened(asked) }),
      { indent: 2, style: 'dim' },
    );
  }
  if (found.simulated !== null) {
    const { seeds, replications, contacts } = found.simulated;
    out.paragraph(
      t('verify.simulated', {
        seeds: format.integer(seeds.length),
        replications: format.integer(replications),
        contacts: format.integer(contacts),
      }),
      { indent: 2, style: 'dim' },
    );
  }
  const columns = [
    { header: t('verify.column.figure'), align: 'start' },
    { header: t('verify.column.expected'), align: 'end' },
    { header: t('verify.column.got'), align: 'end' },
    { header: t('verify.column.tolerance'), align: 'start' },
  ] as const;
  const rows = found.figures.map((figure) => row(speech, found, figure));
  for (const block of tableLines(columns, rows, out.width - 2)) {
    for (const line of block.header) out.line(`  ${out.styled(line, 'dim')}`);
    for (const line of block.rows) out.line(`  ${line}`);
  }
}

/** A long list of inputs is cut: all of it stands in the JSON. */
const shortened = (text: string): string => (text.length > 240 ? `${text.slice(0, 237)}...` : text);

function row(speech: Speech, found: CheckedCase, figure: CheckedFigure): readonly string[] {
  const { format } = speech;
  const { expected, got, halfWidth, tolerance, agrees } = figure;
  const decimals = decimalsFor(tolerance, halfWidth, expected);
  const text = (value: number): string => format.number(value, { decimals, trim: halfWidth === null });
  const ours = got === null ? speech.t('verify.nothing') : text(got);
  const width = halfWidth === null ? '' : ` \u00B1 ${text(halfWidth)}`;
  return [
    figureName(speech, found, figure),
    format.number(expected, { decimals, trim: true }),
    got === null ? ours : ours + width,
    `${toleranceText(speech, tolerance)}${agrees ? '' : ` ${speech.t('verify.missed')}`}`,
  ];
}

function toleranceText({ t, format }: Speech, tolerance: Tolerance): string {
  const few = (value: number): string => format.number(value, { decimals: decimalsOf(value), trim: true });
  switch (tolerance.kind) {
    case 'rounding':
      return tolerance.atMost === 0
        ? t('verify.tolerance.whole')
        : t('verify.tolerance.rounding', { most: few(tolerance.atMost) });
    case 'exact':
      return t('verify.tolerance.exact', { most: few(tolerance.atMost) });
    case 'statistical':
      return isolate(
        `|z| ${format.number(tolerance.worstZ, { decimals: 1 })} \u2264 ${format.integer(tolerance.atMost)}, ` +
          `\u00B1 ${few(tolerance.worstHalfWidth)} \u2264 ${few(tolerance.halfWidthAtMost)}`,
      );
  }
}

/** Two digits of a small number. */
function decimalsOf(value: number): number {
  let decimals = 0;
  for (let size = Math.abs(value); size > 0 && size < 10 && decimals < 15; size *= 10) decimals += 1;
  return decimals;
}

function decimalsFor(tolerance: Tolerance, halfWidth: number | null, expected: number): number {
  const scale = halfWidth ?? tolerance.atMost;
  if (scale > 0) return decimalsOf(scale);
  return Number.isInteger(expected) ? 0 : 6;
}

/** What a figure is, with its unit and the place where it stands. */
function figureName(speech: Speech, found: CheckedCase, figure: CheckedFigure): string {
  const { t, format } = speech;
  const { place } = figure;
  if (place === null) {
    const at = figure.at === null ? '' : ` ${format.integer(figure.at + 1)}`;
    const model = found.formula === null ? undefined : modelNamed(found.formula.name);
    const unit = model?.outputs[figure.name]?.unit;
    const name = t.has('formula.field', figure.name)
      ? t.dynamic('formula.field', figure.name)
      : t.dynamic('verify.field', figure.name);
    return unit === undefined || unit === 'none' || unit === 'count' || unit === 'share'
      ? name + at
      : `${name}${at} (${t.dynamic('formula.unit', unit)})`;
  }
  const named = t(`measures.${place.measure}.name`);
  const { unit } = measures[place.measure];
  const measure = figure.isVariance ? t('verify.variance', { measure: named }) : named;
  const whole = unit === 'fraction' ? measure : `${measure} (${unitText(speech, unit)})`;
  const parts = [
    ...(place.id === '' ? [] : [isolate(place.id)]),
    ...(place.interval === undefined
      ? []
      : [t('verify.interval', { number: format.integer(place.interval + 1) })]),
  ];
  return parts.length === 0 ? whole : `${whole}: ${parts.join(t('formula.separator'))}`;
}

const unitText = ({ t, format }: Speech, unit: Unit): string =>
  unit === 'seconds' ? t('formula.unit.seconds') : format.unitName(unit);
