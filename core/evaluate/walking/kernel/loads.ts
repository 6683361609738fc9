// How the loads of sets that share groups are laid on the groups; as in core/evaluate/groupLoads.ts.
import type { Group, Set, Share } from './rows.ts';
import { sizeOf, w } from './state.ts';

const rounds: i32 = 8;
const leastRoom: f64 = 0.02;

/** Lays the loads of live or of deferred work on the groups. */
export function layLoads(isLive: boolean): void {
  for (let at = w.groups; at < w.groupsEnd; at += sizeOf<Group>()) {
    const group = changetype<Group>(at);
    if (isLive) group.liveOn = 0;
    else group.deferredOn = 0;
    group.before = 0;
    group.next = 0;
  }
  let isShared = false;
  for (let at = w.sets; at < w.setsEnd; at += sizeOf<Set>()) {
    const set = changetype<Set>(at);
    const load = isLive ? set.liveLoad : set.deferredLoad;
    if (load <= 0) continue;
    if (set.isAlone !== 0) layByAgents(set, load, isLive);
    else isShared = true;
  }
  if (!isShared) return;
  for (let round = 0; round < rounds; round += 1) {
    for (let at = w.sets; at < w.setsEnd; at += sizeOf<Set>()) {
      const set = changetype<Set>(at);
      const load = isLive ? set.liveLoad : set.deferredLoad;
      if (load > 0 && set.isAlone === 0) layByRoom(set, load);
    }
    for (let at = w.groups; at < w.groupsEnd; at += sizeOf<Group>()) {
      const group = changetype<Group>(at);
      // Half a step at a time, or the loads would jump to and fro.
      if (round > 0) group.next = (group.next + group.before) / 2;
      group.before = group.next;
      group.next = 0;
    }
  }
  for (let at = w.groups; at < w.groupsEnd; at += sizeOf<Group>()) {
    const group = changetype<Group>(at);
    if (isLive) group.liveOn += group.before;
    else group.deferredOn += group.before;
  }
}

function layByAgents(set: Set, load: f64, isLive: boolean): void {
  if (set.sharesEnd - set.shares === sizeOf<Share>()) {
    on(changetype<Share>(set.shares), load, isLive);
    return;
  }
  let room: f64 = 0;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    room += changetype<Group>(share.group).agents * share.loadWeight;
  }
  if (room <= 0) return;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    on(share, (load * changetype<Group>(share.group).agents * share.loadWeight) / room, isLive);
  }
}

function on(share: Share, load: f64, isLive: boolean): void {
  const group = changetype<Group>(share.group);
  if (isLive) group.liveOn += load;
  else group.deferredOn += load;
}

function layByRoom(set: Set, load: f64): void {
  if (set.sharesEnd - set.shares === sizeOf<Share>()) {
    const group = changetype<Group>(changetype<Share>(set.shares).group);
    group.next += load;
    return;
  }
  let room: f64 = 0;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    room += roomOf(changetype<Group>(share.group)) * share.loadWeight;
  }
  if (room <= 0) return;
  for (let at = set.shares; at < set.sharesEnd; at += sizeOf<Share>()) {
    const share = changetype<Share>(at);
    const group = changetype<Group>(share.group);
    group.next += (load * roomOf(group) * share.loadWeight) / room;
  }
}

/* inline */ function roomOf(group: Group): f64 {
  return max<f64>(leastRoom * group.agents, group.agents - group.before);
}
