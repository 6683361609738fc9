import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planJsonSchema, planJsonSchemaText } from '../../core/plan/planJsonSchema.ts';

const committed = readFileSync(new URL('../../core/plan/plan.schema.json', import.meta.url), 'utf8');

interface Part {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly $defs?: Readonly<Record<string, unknown>>;
}

describe('plan.schema.json', () => {
  it('is what the schema says (node electron/files/writePlanSchema.ts writes it anew)', () => {
    expect(committed).toBe(planJsonSchemaText());
    expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
  });

  it('asks only for what has no default', () => {
    const schema = JSON.parse(committed) as Part;
    expect(schema.required).toEqual([
      'format',
      'formatVersion',
      'id',
      'name',
      'horizon',
      'channels',
      'issueTypes',
      'demand',
      'teams',
      'handling',
    ]);
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(30);
  });

  it('refers only to parts that it has', () => {
    const schema = JSON.parse(committed) as Part;
    const wanted = [...committed.matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((name) => !Object.hasOwn(schema.$defs ?? {}, name))).toEqual([]);
  });
});
