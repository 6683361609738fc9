// Which groups an incident passes through: how much each group holds, and where the first one sends it.

import type { DeskIncident } from './deskRecords.ts';
import { rounded } from './statistics.ts';

/** A group stands alone when it touched at least this share of the incidents; the others are pooled. */
export const leastTouchedShare = 0.04;

/** At most this many flows are listed, the largest first; the rest is pooled. */
const listedFlows = 15;

export const pooledGroup = 'others';

export interface GroupLoad {
  readonly group: string;
  /** Groups of the records behind this entry: 1, or more in the pooled entry. */
  readonly groupsPooled: number;
  /** Incidents that were with the group at any time; an incident counts once for each group. */
  readonly touched: number;
  readonly touchedShare: number;
  readonly first: number;
  readonly firstShare: number;
  /** Incidents whose last known group it was: the group that resolved them. */
  readonly last: number;
  readonly lastShare: number;
}

export interface GroupFlow {
  readonly from: string;
  readonly to: string;
  readonly incidents: number;
  /** Of the incidents whose first group is `from`. */
  readonly shareOfFrom: number;
  readonly shareOfAll: number;
}

export interface DeskGroups {
  readonly inRecords: number;
  readonly incidentsWithKnownGroup: number;
  readonly leastTouchedShare: number;
  readonly loads: readonly GroupLoad[];
  readonly moves: {
    readonly incidentsMoved: number;
    readonly movedShare: number;
    readonly movesInAll: number;
    readonly firstMoves: readonly GroupFlow[];
    readonly furtherFlows: {
      readonly flows: number;
      readonly incidents: number;
      readonly shareOfAll: number;
    };
  };
}

/** Loads and first moves of the groups; incidents without any known group are left out of both. */
export function deskGroups(incidents: readonly DeskIncident[]): DeskGroups {
  const paths = incidents.map(({ groups }) => groups).filter((groups) => groups.length > 0);
  const touchedBy = new Map<string, number>();
  for (const path of paths) for (const group of new Set(path)) add(touchedBy, group);
  const alone = new Set(
    [...touchedBy]
      .filter(([, touched]) => touched >= leastTouchedShare * paths.length)
      .map(([group]) => group),
  );
  const named = (group: string | undefined) =>
    group !== undefined && alone.has(group) ? group : pooledGroup;

  const touched = new Map<string, number>();
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const flows = new Map<string, { from: string; to: string; incidents: number }>();
  for (const path of paths) {
    for (const group of new Set(path.map(named))) add(touched, group);
    add(first, named(path[0]));
    add(last, named(path.at(-1)));
    if (path.length < 2) continue;
    const from = named(path[0]);
    const to = named(path[1]);
    const flow = flows.get(`${from} > ${to}`) ?? { from, to, incidents: 0 };
    flow.incidents++;
    flows.set(`${from} > ${to}`, flow);
  }

  const share = (count: number) => rounded(count / paths.length, 6);
  const load = (group: string): GroupLoad => ({
    group,
    groupsPooled: group === pooledGroup ? touchedBy.size - alone.size : 1,
    touched: touched.get(group) ?? 0,
    touchedShare: share(touched.get(group) ?? 0),
    first: first.get(group) ?? 0,
    firstShare: share(first.get(group) ?? 0),
    last: last.get(group) ?? 0,
    lastShare: share(last.get(group) ?? 0),
  });
  // Largest first; equal ones by name, so that the order is never left to chance.
  const loads = [...alone].map(load).toSorted((a, b) => b.touched - a.touched || compare(a.group, b.group));
  if (touchedBy.size > alone.size) loads.push(load(pooledGroup));
  const sorted = [...flows.values()].toSorted(
    (a, b) => b.incidents - a.incidents || compare(a.from, b.from) || compare(a.to, b.to),
  );
  const rest = sorted.slice(listedFlows).reduce((count, flow) => count + flow.incidents, 0);
  const moved = paths.filter((path) => path.length > 1).length;
  return {
    inRecords: touchedBy.size,
    incidentsWithKnownGroup: paths.length,
    leastTouchedShare,
    loads,
    moves: {
      incidentsMoved: moved,
      movedShare: share(moved),
      movesInAll: paths.reduce((count, path) => count + path.length - 1, 0),
      firstMoves: sorted.slice(0, listedFlows).map((flow) => ({
        ...flow,
        shareOfFrom: rounded(flow.incidents / (first.get(flow.from) ?? 0), 6),
        shareOfAll: share(flow.incidents),
      })),
      furtherFlows: {
        flows: Math.max(0, sorted.length - listedFlows),
        incidents: rest,
        shareOfAll: share(rest),
      },
    },
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
