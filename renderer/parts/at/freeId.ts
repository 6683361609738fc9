interface Named {
  readonly id: string;
}

/** An id that none of the parts has: 'team-3'. Ids are short, Latin and stable; what people read is the name. */
export function freeId(taken: readonly Named[], prefix: string): string {
  const used = new Set(taken.map(({ id }) => id));
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${prefix}-${number}`;
    if (!used.has(id)) return id;
  }
}
