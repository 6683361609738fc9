import { describe, expect, it } from 'vitest';
import { parsePlan, parsePlanValue } from '../../core/plan/parsePlan.ts';
import { smallPlan } from '../support/plans.ts';

const codesOf = (text: string) => parsePlan(text).faults.map((fault) => fault.code);

describe('parsePlan given hostile text', () => {
  it.each([
    ['10 MB of nested lists', '['.repeat(5_000_000) + ']'.repeat(5_000_000), ['jsonNestedTooDeep']],
    ['10 MB of lists in a list', `[${'[1],'.repeat(2_500_000)}1]`, ['tooManyValues']],
    ['lists 200,000 deep', '['.repeat(200_000), ['jsonNestedTooDeep']],
    ['objects 200,000 deep', '{"a":'.repeat(200_000), ['jsonNestedTooDeep']],
    ['a duplicate key', '{"format": "saff-plan", "format": "saff-plan"}', ['jsonDuplicateKey']],
    ['a prototype', '{"__proto__": {"format": "saff-plan"}}', ['jsonForbiddenKey']],
    ['NaN', '{"format": NaN}', ['jsonNotANumber']],
    ['an endless number', '{"format": 1e400}', ['jsonNumberOverflow']],
    ['a newer version', '{"format": "saff-plan", "formatVersion": 99}', ['versionNewer']],
    ['nothing', '', ['emptyDocument']],
    ['only blanks', ' \n\t', ['emptyDocument']],
    ['only a byte order mark', '\ufeff', ['emptyDocument']],
    ['a zip archive', 'PK\u0003\u0004\u0014\u0000\u0000', ['jsonSyntax']],
    ['an image', '\ufffdPNG\r\n\u001a\n\u0000\u0000', ['jsonSyntax']],
    ['a long text', `"${'a'.repeat(1_000_000)}"`, ['notAnObject']],
    ['33 MB', `"${'a'.repeat(33 * 1024 * 1024)}"`, ['documentTooLong']],
  ])('answers %s with one fault', (_, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  it('answers for wrong recorded times without remembering each', () => {
    const [demand] = smallPlan().demand;
    const arrivalsSeconds = Array.from({ length: 300_000 }, () => -1);
    const { faults } = parsePlanValue({
      ...smallPlan(),
      demand: [{ ...demand, volume: undefined, arrivalsSeconds }],
    });
    expect(faults).toHaveLength(201);
    expect(faults[0]).toEqual({
      code: 'numberTooSmall',
      path: ['demand', 0, 'arrivalsSeconds', 0],
      params: { minimum: 0, found: '-1' },
    });
    expect(faults[200]?.params).toEqual({ more: 299_800 });
  });
});
