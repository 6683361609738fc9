import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { models } from '../../core/queueing/models.ts';
import { plainChecks } from './exactModels.ts';

describe('the exact models of the catalogue', () => {
  it('each have a test against a slow, plain solution', () => {
    const exact = models.filter(({ kind }) => kind === 'exact').map(({ name }) => name);
    expect(Object.keys(plainChecks).toSorted()).toEqual(exact.toSorted());
  });

  it.each(Object.entries(plainChecks))('%s has it where the list says, with two hundred sets', (_, check) => {
    const source = readFileSync(new URL(check.file, import.meta.url), 'utf8');
    expect(source).toContain(check.test);
    expect(source).toMatch(/length: 200|< 200|200 random/);
  });
});
