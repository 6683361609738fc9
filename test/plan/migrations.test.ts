import { describe, expect, it } from 'vitest';
import { migrated } from '../../core/plan/migrations.ts';

describe('migrated', () => {
  const rename = {
    from: 1,
    migrate: ({ old, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, fresh: old }),
  };
  const count = {
    from: 2,
    migrate: (document: Readonly<Record<string, unknown>>) => ({ ...document, count: 1 }),
  };

  it('applies the steps one version at a time', () => {
    expect(migrated({ formatVersion: 1, old: 'a' }, 1, 3, [count, rename])).toEqual({
      formatVersion: 3,
      fresh: 'a',
      count: 1,
    });
  });

  it('gives nothing where a step is missing', () => {
    expect(migrated({ formatVersion: 1 }, 1, 3, [rename])).toBeUndefined();
  });

  it('leaves a document of the present version alone', () => {
    const document = { formatVersion: 1 };
    expect(migrated(document, 1, 1)).toBe(document);
  });
});
