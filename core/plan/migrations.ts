// Steps that bring a document of an older format version up to the present one, one version at a time.

/** Turns a document of version `from` into one of version `from + 1`; it gets plain JSON data and returns new data. */
export interface Migration {
  readonly from: number;
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** Version 1 is the first, so there is nothing to bring up yet. */
export const migrations: readonly Migration[] = [];

/** Applies every step from the document's version to the wanted one; undefined where a step is missing. */
export function migrated(
  document: Readonly<Record<string, unknown>>,
  from: number,
  to: number,
  steps: readonly Migration[] = migrations,
): Readonly<Record<string, unknown>> | undefined {
  let current = document;
  for (let version = from; version < to; version += 1) {
    const step = steps.find((candidate) => candidate.from === version);
    if (step === undefined) return undefined;
    current = { ...step.migrate(current), formatVersion: version + 1 };
  }
  return current;
}
