// The catalogue of formulas: for people as tables in their language, for programs as JSON.
import type { Model } from '../../../core/queueing/model.ts';
import type { InputField, OutputField } from '../../../core/queueing/modelFields.ts';
import { models } from '../../../core/queueing/models.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import type { Speech } from '../speech.ts';
import { tableLines } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';

/** As JSON: names, fields with units and ranges, and an example of each. */
export function formulaCatalogue(only: Model | undefined) {
  return chosen(only).map(({ name, kind, inputs, outputs, example }) => ({
    name,
    kind,
    inputs: Object.entries(inputs).map(([field, { range, optional, mayBeNull, ...rest }]) => ({
      name: field,
      ...rest,
      optional: optional === true,
      ...(mayBeNull === true ? { mayBeNull } : {}),
      ...(range === undefined
        ? {}
        : {
            least: range.least,
            leastIsExcluded: range.leastIsExcluded === true,
            most: range.most,
            whole: range.whole === true,
          }),
    })),
    outputs: Object.entries(outputs).map(([field, rest]) => ({ name: field, ...rest })),
    example: example.given,
  }));
}

/** As text; one formula with all its fields, or all of them. */
export function writeFormulaList(speech: Speech, out: Terminal, only: Model | undefined): void {
  const { t } = speech;
  for (const model of chosen(only)) {
    out.paragraph(`${isolate(model.name)}: ${t.dynamic('formula.model', keyOf(model.name))}`, {
      style: 'bold',
    });
    out.paragraph(t(`formula.kind.${model.kind}`), { indent: 2, style: 'dim' });
    table(
      out,
      t('formula.reads'),
      Object.entries(model.inputs).map((entry) => row(speech, entry)),
    );
    table(
      out,
      t('formula.writes'),
      Object.entries(model.outputs).map((entry) => row(speech, entry)),
    );
    out.paragraph(`${t('formula.example')}: ${isolate(JSON.stringify(model.example.given))}`, { indent: 2 });
    out.line();
  }
}

const chosen = (only: Model | undefined): readonly Model[] => (only === undefined ? models : [only]);

/** The key of a name that is typed with hyphens. */
export const keyOf = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function row({ t }: Speech, [name, field]: readonly [string, InputField | OutputField]): readonly string[] {
  const choices = 'choices' in field && field.choices !== undefined ? [isolate(field.choices.join('|'))] : [];
  const unit = field.unit === 'none' ? choices : [t.dynamic('formula.unit', field.unit)];
  const shape =
    field.shape === 'number' || field.shape === 'choice' ? [] : [t(`formula.shape.${field.shape}`)];
  const optional = 'optional' in field ? [t('formula.optional')] : [];
  return [
    name,
    t.dynamic('formula.field', name),
    [...unit, ...shape, ...optional].join(t('formula.separator')),
  ];
}

function table(out: Terminal, title: string, rows: readonly (readonly string[])[]): void {
  out.paragraph(title, { indent: 2 });
  const columns = [0, 1, 2].map(() => ({ header: '', align: 'start' as const }));
  for (const block of tableLines(columns, rows, out.width - 4)) {
    for (const line of block.rows) out.line(`    ${line}`);
  }
}
