// The parts of a team that are staffed by themselves: groups that serve the same lines belong together.
import type { Line, Network } from '../network.ts';

export interface TeamPart {
  readonly groups: readonly number[];
  /** Lines of the team that these groups serve. */
  readonly live: readonly number[];
  readonly deferred: readonly number[];
  /** Sets in which the live lines stand. */
  readonly sets: readonly number[];
}

/**
 * The parts of a team whose lines its own groups serve. Example: a group for phone and mail and one for chat are two parts; with
 * a third that does both they are one.
 */
export function teamParts({ lines, sets }: Network, groupTeams: readonly number[], team: number): TeamPart[] {
  const isOwn = (g: number): boolean => groupTeams[g] === team;
  const own = lines.flatMap(({ team: t, set }, l) =>
    t === team && (sets[set]?.groups.some(isOwn) ?? false) ? [l] : [],
  );
  const partOf = new Map<number, Set<number>>();
  for (const l of own) {
    const members = new Set((sets[(lines[l] as Line).set]?.groups ?? []).filter(isOwn));
    for (const g of [...members]) for (const other of partOf.get(g) ?? []) members.add(other);
    for (const g of members) partOf.set(g, members);
  }
  return [...new Set(partOf.values())].map((members): TeamPart => {
    const ofPart = own.filter((l) =>
      (sets[(lines[l] as Line).set]?.groups ?? []).some((g) => members.has(g)),
    );
    const live = ofPart.filter((l) => lines[l]?.live === true);
    return {
      groups: [...members].sort((a, b) => a - b),
      live,
      deferred: ofPart.filter((l) => lines[l]?.live !== true),
      sets: [...new Set(live.map((l) => (lines[l] as Line).set))],
    };
  });
}
