import { describe, expect, it } from 'vitest';
import { importActuals } from '../../../core/plan/actuals/importActuals.ts';
import { readActuals } from '../../../core/plan/actuals/readActuals.ts';
import { applyCommands } from '../../../core/plan/edits/applyCommands.ts';
import { parsePlanValue } from '../../../core/plan/parsePlan.ts';
import { createActualsCells } from '../../../locales/format/actualsCells.ts';
import type { Calendar } from '../../../locales/settings.ts';
import { reviewedPlan, soundPlan } from '../../support/reviewedPlan.ts';

const plan = soundPlan({
  ...reviewedPlan,
  channels: [
    { id: 'phone', name: { en: 'Phone', fa: 'تلفن', ar: 'الهاتف' }, kind: 'phone' },
    { id: 'chat', name: { en: 'Chat', fa: 'گفت‌وگو', ar: 'المحادثة' }, kind: 'chat' },
  ],
});

const read = (text: string, calendar: Calendar = 'gregory') =>
  readActuals(text, plan, createActualsCells(calendar));

function faultsOf(text: string) {
  const found = read(text);
  if (found.ok) throw new Error('nothing was wrong');
  return found.failure.map(({ code, line, head }) => [code, line, head]);
}

describe('a table of actuals', () => {
  it('gives the figures of each period, by what its columns name', () => {
    const found = read(
      [
        'from,to,channel,issue type,contacts,AHT,promise,service level,note',
        '2026-03-01,2026-03-15,Phone,order,"7,200",4:10,,,',
        '2026-03-01,2026-03-15,,,,,soon,71.5%,Waited long',
        '2026-03-16,2026-03-31,phone,,8000,,,,',
      ].join('\n'),
    );
    expect(found).toEqual({
      ok: true,
      value: [
        {
          ...{ from: '2026-03-01', to: '2026-03-15', notes: ['Waited long'] },
          measured: [
            { figure: 'contacts', issueType: 'order', channel: 'phone', value: 7200 },
            { figure: 'handlingSeconds', issueType: 'order', channel: 'phone', value: 250 },
            { figure: 'attained', promise: 'soon', value: 0.715 },
          ],
        },
        {
          ...{ from: '2026-03-16', to: '2026-03-31', notes: [] },
          measured: [{ figure: 'contacts', channel: 'phone', value: 8000 }],
        },
      ],
    });
  });

  it('reads Persian and Arabic heads, digits, months and separators', () => {
    // Shrinkage is no matter of a channel, so it stands in a row of its own.
    const rows = read('ماه؛کانال؛حجم درخواست‌ها؛زمان غیرمولد\n۱۴۰۵/۱؛تلفن؛۱۲٬۳۴۵؛\n۱۴۰۵/۱؛؛؛۳۱٫۵٪', 'persian');
    expect(rows).toEqual({
      ok: true,
      value: [
        {
          ...{ from: '2026-03-21', to: '2026-04-20', notes: [] },
          measured: [
            { figure: 'contacts', channel: 'phone', value: 12_345 },
            { figure: 'shrinkage', value: 0.315 },
          ],
        },
      ],
    });
    const arabic = read('من\tإلى\tالقناة\tعدد الطلبات\n٢٠٢٦/٣/١\t٢٠٢٦/٣/٣١\tالهاتف\t٩٬٠٠٠');
    expect(arabic.ok && arabic.value[0]?.measured).toEqual([
      { figure: 'contacts', channel: 'phone', value: 9000 },
    ]);
  });

  it('is refused as a whole, with the line and the column of every cell that cannot be taken', () => {
    expect(
      faultsOf(
        [
          'from,to,channel,team,promise,contacts,shrinkage,attained',
          '2026-03-01,2026-03-31,telegraph,,,many,,',
          '2026-03-31,2026-03-01,phone,,,5,,',
          ',2026-03-31,,desk,,7,1.3,0.8',
          '2026-03-01,2026-03-31,,,,5,,',
          '2026-03-01,2026-03-31,,,,6,,',
          '2026-03-01,2026-03-31,,,,6,,,9',
        ].join('\n'),
      ),
    ).toEqual([
      ['unknownName', 2, 'channel'],
      ['unread', 2, 'contacts'],
      ['daysReversed', 3, 'to'],
      ['dayMissing', 4, 'from'],
      ['notAbout', 4, 'contacts'],
      ['outside', 4, 'shrinkage'],
      ['notAbout', 4, 'attained'],
      ['statedTwice', 6, 'contacts'],
      ['tooManyCells', 7, ''],
    ]);
  });

  it('says what is wrong with its heads before it looks at any line', () => {
    expect(faultsOf('')).toEqual([['noTable', 1, '']]);
    expect(faultsOf('from,to,weather,contacts,volume\n1,2,3,4,5')).toEqual([
      ['unknownColumn', 1, 'weather'],
      ['columnTwice', 1, 'volume'],
    ]);
    expect(faultsOf('channel,from\nphone,2026-03-01')).toEqual([
      ['noPeriod', 1, ''],
      ['noFigure', 1, ''],
    ]);
    expect(faultsOf('from,to,attained\n2026-03-01,2026-03-31,0.8')).toEqual([
      ['needsPromise', 2, 'attained'],
    ]);
  });
});

describe('the import of actuals', () => {
  const origin = { source: 'march.csv', note: (text: string) => text };
  const imported = (text: string, before = plan) => {
    const found = read(text);
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    const applied = applyCommands(before, importActuals(before, found.value, origin));
    if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
    return soundPlan(applied.value.document as object);
  };

  it('is one step after which the plan is sound', () => {
    const after = imported('from,to,contacts,note\n2026-03-01,2026-03-31,9000,Friendly');
    expect(parsePlanValue(after).faults).toEqual([]);
    expect(after.reviews?.periods).toEqual([
      {
        ...{ id: 'period-1', from: '2026-03-01', to: '2026-03-31', source: 'march.csv' },
        measured: [{ figure: 'contacts', value: 9000 }],
        survey: { notes: ['Friendly'] },
      },
    ]);
  });

  it('replaces figures of the same days and parts, and leaves the others', () => {
    const first = imported('from,to,contacts,cost\n2026-03-01,2026-03-31,9000,50');
    const second = imported(
      'from,to,contacts\n2026-02-01,2026-02-28,7000\n2026-03-01,2026-03-31,9100',
      first,
    );
    expect(second.reviews?.periods.map(({ from, measured }) => [from, measured])).toEqual([
      ['2026-02-01', [{ figure: 'contacts', value: 7000 }]],
      [
        '2026-03-01',
        [
          { figure: 'cost', value: 50 },
          { figure: 'contacts', value: 9100 },
        ],
      ],
    ]);
  });
});
