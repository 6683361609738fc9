// Fields of a plan said briefly: under one heading each kind, with the names of the parts around them.
import type { PartName } from '../../../core/report/report.ts';

export interface GroupOfFields {
  readonly kind: string;
  readonly fields: number;
  /** Named parts with the number of fields in each, in the order of the plan. */
  readonly parts: readonly { readonly part: PartName; readonly fields: number }[];
}

export function groupedParts<Field extends { readonly part: PartName | null }>(
  fields: readonly Field[],
  kindOf: (field: Field) => string,
): readonly GroupOfFields[] {
  const groups = new Map<
    string,
    { fields: number; parts: Map<string, { part: PartName; fields: number }> }
  >();
  for (const field of fields) {
    const kind = kindOf(field);
    const group = groups.get(kind) ?? { fields: 0, parts: new Map() };
    group.fields += 1;
    if (field.part !== null) {
      const sofar = group.parts.get(field.part.id)?.fields ?? 0;
      group.parts.set(field.part.id, { part: field.part, fields: sofar + 1 });
    }
    groups.set(kind, group);
  }
  return [...groups].map(([kind, { fields: count, parts }]) => ({
    kind,
    fields: count,
    parts: [...parts.values()],
  }));
}
