// Nodes of lists of events: time, word, and the following one.
import { take } from './pools.ts';
import { s } from './state.ts';

export const nodeBytes: usize = 16;
/** Nodes that room is made for at a time. */
const nodesAtOnce: usize = 1024;

/** A node for an event; what follows it is for the list to say. */
/* inline */ export function nodeFor(time: f64, word: i32): usize {
  let node = s.freeNode;
  if (node === 0) node = moreNodes();
  s.freeNode = load<usize>(node, 12);
  store<f64>(node, time);
  store<i32>(node, word, 8);
  return node;
}

/* inline */ export function freeNode(node: usize): void {
  store<usize>(node, s.freeNode, 12);
  s.freeNode = node;
}

/** Free nodes, one after the other; the first of them. */
/* rare */ function moreNodes(): usize {
  const first = take(nodesAtOnce * nodeBytes);
  const last = first + (nodesAtOnce - 1) * nodeBytes;
  for (let at = first; at < last; at += nodeBytes) store<usize>(at, at + nodeBytes, 12);
  return first;
}

/** Takes the node of an event out of the list that begins at `hook`. */
export function takeNode(hook: usize, time: f64, word: i32): void {
  let before = hook;
  let node = load<usize>(hook);
  while (load<i32>(node, 8) !== word || load<f64>(node) !== time) {
    before = node + 12;
    node = load<usize>(before);
  }
  store<usize>(before, load<usize>(node, 12));
  freeNode(node);
}
