import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutations, occurrences } from './mutations.ts';

const lastRule = 18;

describe('the planted mutations', () => {
  it.each(mutations)('of rule $rule find their one text: $breaks', (mutation) => {
    const source = readFileSync(new URL(`../../core/simulation/${mutation.file}`, import.meta.url), 'utf8');
    expect(occurrences(source, mutation)).toBe(1);
    expect(mutation.replace).not.toBe(mutation.find);
  });

  it('break every rule of the page', () => {
    const rules = Array.from({ length: lastRule }, (_, i) => i + 1);
    expect(rules.filter((rule) => !mutations.some((mutation) => mutation.rule === rule))).toEqual([]);
  });
});
