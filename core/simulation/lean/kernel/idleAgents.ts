// Idle agents: who takes a newcomer. Where a route ties several groups, the longest idle of them does. A group's agents are
// alike, so a ring of the instants since when they are idle is all there is to know.
import {
  groupIdle,
  groupRank,
  groupRing,
  groupRingBytes,
  groupRingFirst,
  lineRoute,
  lineRouteEnd,
  routeBytes,
  routeEntry,
  routeGroup,
} from '../kernelLayout.ts';

/** The first group of the route with an idle agent; 0: nobody is. */
/* inline */ export function firstIdle(line: usize): usize {
  const end = <usize>load<i32>(line, lineRouteEnd);
  for (let at = <usize>load<i32>(line, lineRoute); at < end; at += routeBytes) {
    const group = load<i32>(at, routeGroup);
    if (load<i32>(group, groupIdle) > 0) return group;
  }
  return 0;
}

/** Entries in order, in one of them the group whose agent has been idle for longest; 0: nobody is. */
export function longestIdle(line: usize): usize {
  const end = <usize>load<i32>(line, lineRouteEnd);
  let best: usize = 0;
  let since = Infinity;
  let entry = -1;
  for (let at = <usize>load<i32>(line, lineRoute); at < end; at += routeBytes) {
    if (best !== 0 && load<i32>(at, routeEntry) !== entry) break;
    const group = <usize>load<i32>(at, routeGroup);
    if (load<i32>(group, groupIdle) === 0) continue;
    const own = load<f64>(load<i32>(group, groupRing) + load<i32>(group, groupRingFirst));
    if (
      best === 0 ||
      own < since ||
      (own === since && load<i32>(group, groupRank) < load<i32>(best, groupRank))
    ) {
      best = group;
      since = own;
      entry = load<i32>(at, routeEntry);
    }
  }
  if (best !== 0)
    store<i32>(best, (load<i32>(best, groupRingFirst) + 8) % load<i32>(best, groupRingBytes), groupRingFirst);
  return best;
}

/** An agent of the group begins to be idle; the count of the idle ones is raised after it. */
export function becomeIdle(group: usize, now: f64): void {
  const place =
    (load<i32>(group, groupRingFirst) + (load<i32>(group, groupIdle) << 3)) %
    load<i32>(group, groupRingBytes);
  store<f64>(load<i32>(group, groupRing) + place, now);
}
