import { describe, expect, it } from 'vitest';
import { csvText, resultCsv } from '../../electron/cli/text/resultCsv.ts';
import { shopResult } from '../report/shopResult.ts';

const lines = resultCsv(shopResult).split('\r\n');
const row = (start: string): string | undefined => lines.find((line) => line.startsWith(start));

describe('resultCsv', () => {
  it('has a header, one row a measure, and ends with a line end', () => {
    expect(lines[0]).toBe('scope,id,measure,unit,value,half_width_95');
    expect(lines.at(-1)).toBe('');
    const tables = [
      shopResult.total,
      ...['channels', 'issueTypes', 'tiers', 'teams'].flatMap((scope) =>
        Object.values(shopResult[scope as 'channels']),
      ),
    ];
    const measures = tables.reduce((sum, table) => sum + Object.keys(table).length, 0);
    const promises = Object.values(shopResult.promises).reduce(
      (sum, { byChannel, byTier, byTeam }) =>
        sum + 4 + [byChannel, byTier, byTeam].reduce((places, by) => places + Object.keys(by).length, 0),
      0,
    );
    expect(lines.length - 2).toBe(measures + promises);
  });

  it('keeps full precision and says the unit', () => {
    expect(row('promises,phone-answer,serviceLevelFraction')).toBe(
      'promises,phone-answer,serviceLevelFraction,fraction,0.8234,0.0131',
    );
    expect(row('teams,repairs,queueGrowthContactsPerDay')).toBe(
      'teams,repairs,queueGrowthContactsPerDay,contactsPerDay,10.2,0.4',
    );
  });

  it('says where a promise was decided', () => {
    expect(row('promises.teams,fault-solved/repairs')).toContain(',0.4412,0.0312');
  });

  it('leaves what was not observed empty', () => {
    const nothing = { value: null, halfWidth: null };
    const csv = resultCsv({ ...shopResult, total: { waitMeanSeconds: nothing } });
    expect(csv).toContain('total,,waitMeanSeconds,seconds,,\r\n');
  });

  it('has six fields in every row', () => {
    for (const line of lines.slice(0, -1)) expect(line.split(',')).toHaveLength(6);
  });
});

/** Cells that a spreadsheet would take for a formula: those that begin like one and are no number. */
const formulaCells = (csv: string): readonly string[] =>
  csv
    .split('\r\n')
    .flatMap((line) => line.split(','))
    .map((cell) => cell.replace(/^"|"$/g, ''))
    .filter((cell) => /^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) && !/^-?[\d.e+-]+$/.test(cell));

const hostileIds = ['=1+1', '+cmd', '-cmd', '@cmd', '\uFF1Dcmd'];
const hostile = {
  ...shopResult,
  channels: Object.fromEntries(
    hostileIds.map((id) => [id, { waitMeanSeconds: { value: -5, halfWidth: 1 } }] as const),
  ),
};

describe('a spreadsheet', () => {
  it('I4: finds no formula in a CSV, and numbers stay numbers', () => {
    expect(formulaCells(resultCsv(hostile))).toEqual([]);
    expect(resultCsv(hostile)).toContain(',-5,1');
  });

  it('F9: I4 would notice a text that is written as it stands', () => {
    const naive = resultCsv(hostile).replaceAll(/(^|,)"?'/gm, '$1');
    expect(formulaCells(naive)).toHaveLength(hostileIds.length);
  });
});

describe('csvText', () => {
  it.each([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@name', "'@name"],
    ['\uFF1Dfull', "'\uFF1Dfull"],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['=a,b', '"\'=a,b"'],
  ])('writes %j as %j', (text, written) => {
    expect(csvText(text)).toBe(written);
  });
});
