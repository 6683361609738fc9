import { describe, expect, it } from 'vitest';
import { actionNames, commandNames, commands, flagOf } from '../../electron/cli/arguments/commandTable.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { run, visible } from './testIo.ts';

/** What is typed stays as it is in every language. */
const typed =
  /--of \S+|serviceLevel|occupancy|waitMeanSeconds|bank-phone-centre|other-plan\.json|march\.csv|--by (?:simulation|formula(?!\|))|--promise (?:ID|calls)|with-results|saff|FOLDER|ACTION|SAFF_DATA|CASE|proof\.json|erlang-a|agents-for|queues\.jsonl|agents\.jsonl|FORMULA|PLAN|COMMAND|JSON|CSV|SAFF_LANG|UTF-8|--[a-z-]+|fa\|ar\|en|latn\|arab\|arabext|formula\|simulation|gregory\|persian\|islamic-umalqura|my-plan\.json|my-needs\.json|computer-company|proposals|DIR|NEEDS|online-shop|result\.json/g;
const names = new RegExp(
  `\\b(?:${[...commandNames, ...actionNames].join('|')}|MEASURE|KIND|ID|PART|INTERVAL)\\b|\\b[HNPSW]\\b`,
  'g',
);

describe.each(languages)('help in %s', (lang) => {
  it('lists every command and every exit code', async () => {
    const { code, out, err } = await run(['help', '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    for (const name of commandNames) expect(out).toContain(name);
    for (const exit of ['0', '1', '2', '70', '130'])
      expect(visible(out)).toMatch(new RegExp(`^ +${exit} `, 'm'));
  });

  it.each(commandNames)('explains every option of %s', async (name) => {
    const { code, out } = await run(['help', name, '--lang', lang], { columns: 100 });
    expect(code).toBe(0);
    for (const option of commands[name].options) expect(visible(out)).toContain(flagOf(option));
    if (name === 'help') return;
    expect(await run([name, '--help', '--lang', lang], { columns: 100 })).toEqual({ code, out, err: '' });
  });

  it.each([40, 80, 110])('is never wider than a terminal of %d', async (columns) => {
    for (const name of commandNames) {
      const { out } = await run(['help', name, '--lang', lang], { columns });
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});

describe.each(['fa', 'ar'])('help in %s', (lang) => {
  it('has no English but what is typed', async () => {
    for (const name of [undefined, ...commandNames]) {
      const { out } = await run(['help', ...(name === undefined ? [] : [name]), '--lang', lang], {
        columns: 110,
      });
      expect(
        visible(out)
          .replace(typed, '')
          .replace(names, '')
          .match(/[A-Za-z]+/g) ?? [],
      ).toEqual([]);
    }
  });
});
