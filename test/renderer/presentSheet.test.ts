import { describe, expect, it } from 'vitest';
import { createFormat } from '../../locales/format/format.ts';
import { parseNumber } from '../../locales/format/parseNumber.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { type PresentWords, presentCell, putPresent } from '../../renderer/parts/needs/presentSheet.ts';
import { localText } from '../../renderer/text/localText.ts';

const { t } = createTranslator('fa');
const format = createFormat(defaultSettings('fa'));
const words: PresentWords = {
  say: (text) => localText(text, 'fa'),
  said: (_before, said) => ({ fa: said }),
  number: (value) => format.number(value, { grouped: false }),
  readNumber: (text) => {
    const parsed = parseNumber(text, { percent: 'refuse' });
    return parsed.ok ? parsed.value : undefined;
  },
  titles: ['تیم', 'نقش', 'تعداد', 'شیوه‌ی تأمین'],
  roles: (['agent', 'lead'] as const).map((value) => ({ value, label: t(`people.role.kinds.${value}`) })),
  sourcing: [{ value: 'remote', label: t('people.sourcing.remote') }],
};

describe('the table of the present organisation', () => {
  it('takes rows from a sheet, in any digits, and shows them again', () => {
    const step = putPresent(
      [],
      [
        ['تیم', 'نقش', 'تعداد'],
        ['میز', t('people.role.kinds.agent'), '۱۲'],
        ['', '', ''],
        ['میز', t('people.role.kinds.lead'), '1', t('people.sourcing.remote')],
      ],
      { row: 0, column: 0 },
      words,
    );
    if (!step.ok) throw new Error(JSON.stringify(step.faults));
    expect(step.present).toMatchObject([
      { role: 'agent', people: 12 },
      { role: 'lead', people: 1, sourcing: 'remote' },
    ]);
    const [first] = step.present;
    expect(first && presentCell(first, 'people', words)).toBe('۱۲');
    expect(new Set(step.present.map(({ id }) => id)).size).toBe(2);
  });

  it('changes a cell of a row that is there', () => {
    const present = [{ id: 'desk', team: { fa: 'میز' }, role: 'agent', people: 3 }] as const;
    const step = putPresent(present, [['۵']], { row: 0, column: 2 }, words);
    expect(step).toEqual({ ok: true, present: [{ ...present[0], people: 5 }] });
  });

  it('takes nothing where one cell cannot be read, and names the cell', () => {
    const step = putPresent(
      [],
      [
        ['میز', 'جادوگر', '2'],
        ['پشت', '', '2.5'],
        ['', '', '3'],
      ],
      { row: 0, column: 0 },
      words,
    );
    expect(step).toEqual({
      ok: false,
      faults: [
        { code: 'unknownWord', row: 0, column: 'role', text: 'جادوگر' },
        { code: 'notWhole', row: 1, column: 'people', text: '2.5' },
        { code: 'teamEmpty', row: 2, column: 'team', text: '' },
      ],
    });
  });
});
