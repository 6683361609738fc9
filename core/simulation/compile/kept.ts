// What was made of some parts of a plan, kept until one of these is another: for who compiles one state of a plan after the other.
// Parts are compared by identity, so this pays where states share what did not change, as edits do (core/plan/edits/sharedParts.ts).
// Only what was made last is kept.

/** The value that was made last, with all that it was made of. */
export class Kept<Value> {
  private last: { readonly of: readonly unknown[]; readonly value: Value } | null = null;

  /** `parts`: all on which `make` rests, compared by identity. `before`: the value of other parts, of which something may still hold. */
  of(parts: readonly unknown[], make: (before: Value | null) => Value): Value {
    if (this.last !== null && areSame(this.last.of, parts)) return this.last.value;
    const value = make(this.last?.value ?? null);
    this.last = { of: parts, value };
    return value;
  }
}

/** The same of the members of a list, place by place: one that changed leaves the others as they are. */
export class KeptEach<Value> {
  private readonly places: Kept<Value>[] = [];

  at(place: number, parts: readonly unknown[], make: () => Value): Value {
    const known = this.places[place] ?? new Kept<Value>();
    this.places[place] = known;
    return known.of(parts, make);
  }

  /** Forgets what stands behind the end of the list. */
  end(length: number): void {
    while (this.places.length > length) this.places.pop();
  }
}

export function areSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  if (before.length !== after.length) return false;
  for (let i = 0; i < after.length; i += 1) if (before[i] !== after[i]) return false;
  return true;
}
