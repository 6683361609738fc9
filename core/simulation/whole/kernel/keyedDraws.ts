// The random numbers of a replication: a uniform is a function of its key. As engine/streams.ts and model/keyedDraws.ts.
import { draw as drawAt, uniform } from '../../lean/kernel/draws.ts';
import { firstWords } from '../../lean/kernel/fourWords.ts';
import * as purpose from './purposes.ts';
import type { Class, Contact, Law, Pair, Team } from './rows.ts';
import { noLaw, s, sizeOf } from './state.ts';

function mix(word: i32, salt: i32): i32 {
  let h = word ^ salt;
  h ^= h >>> 16;
  h *= 0x21f0aaad;
  h ^= h >>> 15;
  h *= 0x735a2d97;
  h ^= h >>> 15;
  return h;
}

/** Writes what of a stream's key the class and the team say to a place. */
/* rare */ function setKeyBegin(into: usize, class0: i32, class1: i32, team0: i32, team1: i32): void {
  let a = mix(s.seed, 0x3c6ef372);
  let b = mix(s.replication + 0x1b873593, a);
  a = mix(a + class0, b);
  b = mix(b + class1, a);
  a = mix(a + team0, b);
  b = mix(b + team1, a);
  store<i32>(into, a);
  store<i32>(into, b, 4);
}

/** Writes both words of a key that begins so to a place. */
/* rare */ function setKey(into: usize, begin: usize, aim: i32, visit: i32): void {
  let a = load<i32>(begin);
  let b = load<i32>(begin, 4);
  a = mix(a + aim, b);
  b = mix(b + visit, a);
  const k0 = mix(a, b);
  store<i32>(into, k0);
  store<i32>(into, mix(b, k0), 4);
}

/**
 * Bytes of the keys that are kept of a class, by purpose, for its customers and for those who came back once; of a class and a team,
 * by the four low bits of the purpose, which tell them apart but for one. The first of each, which belongs to no purpose, is how all
 * keys of the class, or of both, begin.
 */
const ownBytes: usize = 256;
const teamBytes: usize = 128;

/** A key that is needed once stands here. */
const single = memory.data(8, 8);
/** Keys of a handling that are needed once. */
const several = memory.data(32, 16);
/** Where the keys of a handling are kept together: here and behind it no purpose is about a team. */
const keptTogether: i32 = 6;

/** The place of the key of a draw without a team. */
function ownKey(slot: Contact, aim: i32, attempt: i32): usize {
  const generation = slot.generation;
  const keys = slot.entry.keys;
  if (generation < 2 && attempt === 0) {
    const place = keys + <usize>generation * ownBytes + ((<usize>aim) << 3);
    if (load<i64>(place) !== 0) return place;
  }
  return makeOwnKey(slot.entry, generation, aim, attempt);
}

/* rare */ function makeOwnKey(entry: Class, generation: i32, aim: i32, attempt: i32): usize {
  const keys = entry.keys;
  const isKept = generation < 2 && attempt === 0;
  const place = isKept ? keys + <usize>generation * ownBytes + ((<usize>aim) << 3) : single;
  if (load<i64>(keys) === 0) setKeyBegin(keys, entry.key0, entry.key1, 0, 0);
  setKey(place, keys, aim + (generation << 8), attempt << 16);
  return place;
}

/** The place of the key of a draw for first comers of a class. */
/* rare */ export function classKey(entry: Class, aim: i32): usize {
  const place = entry.keys + ((<usize>aim) << 3);
  return load<i64>(place) !== 0 ? place : makeOwnKey(entry, 0, aim, 0);
}

/** How often a team has handled the contact before; 0 where no plan of the model lets it come again. */
/* inline */ function visitsBy(slot: Contact, team: Team): i32 {
  if (s.revisits === 0) return 0;
  return <i32>load<u16>(changetype<usize>(slot) + <usize>s.visitsAt + ((<usize>team.index) << 1));
}

/** The place of the key of a draw for a team, whose visits by the contact count. */
function teamKey(slot: Contact, team: Team, aim: i32, attempt: i32): usize {
  const generation = slot.generation;
  const visit = visitsBy(slot, team);
  const pair = pairOf(slot.entry, team);
  if (generation + visit < 2 && attempt === 0 && aim !== purpose.agentChoice) {
    const place = keptKey(pair, generation, visit, aim);
    if (load<i64>(place) !== 0) return place;
  }
  return makeTeamKey(slot.entry, pair, team, generation, visit, aim, attempt);
}

/** Where the key of first visits stands, of first ones of customers who came back, or of second ones. */
/* inline */ function keptKey(pair: Pair, generation: i32, visit: i32, aim: i32): usize {
  return pair.keys + <usize>(generation | (visit << 1)) * teamBytes + ((<usize>(aim & 15)) << 3);
}

/* rare */ function makeTeamKey(
  entry: Class,
  pair: Pair,
  team: Team,
  generation: i32,
  visit: i32,
  aim: i32,
  attempt: i32,
): usize {
  const isKept = generation + visit < 2 && attempt === 0 && aim !== purpose.agentChoice;
  const place = isKept ? keptKey(pair, generation, visit, aim) : single;
  setKey(place, beginOf(entry, pair, team), aim + (generation << 8), visit + (attempt << 16));
  return place;
}

/** The place of the key of a draw for first handlings of first comers by a team. */
/* rare */ export function pairKey(entry: Class, pair: Pair, team: Team, aim: i32): usize {
  const place = keptKey(pair, 0, 0, aim);
  return load<i64>(place) !== 0 ? place : makeTeamKey(entry, pair, team, 0, 0, aim, 0);
}

/** The uniform of the latest arrival of a class. */
/* rare */ export function classUniform(entry: Class, aim: i32): f64 {
  const key = classKey(entry, aim);
  return uniform(load<i32>(key), load<i32>(key, 4), entry.ordinal - 1);
}

/**
 * The place of the keys of what a handling by a team draws: first words of four purposes, then the other ones. They are kept where
 * no purpose has its own.
 */
export function handlingKeys(slot: Contact, pair: Pair, team: Team): usize {
  const generation = slot.generation;
  const visit = visitsBy(slot, team);
  const isKept = generation + visit < 2;
  const place = isKept ? keptKey(pair, generation, visit, keptTogether) : several;
  if (isKept && load<i64>(place) !== 0) return place;
  setHandlingKeys(place, beginOf(slot.entry, pair, team), generation << 8, visit);
  return place;
}

function setHandlingKeys(into: usize, begin: usize, generation: i32, visit: i32): void {
  const begins = i32x4.splat(load<i32>(begin));
  const others = i32x4.splat(load<i32>(begin, 4));
  const aims = i32x4(purpose.handling, purpose.outcome, purpose.returning, 0);
  // As setKey: the first words of uniforms are mixed alike.
  const a = firstWords(i32x4.add(begins, i32x4.add(aims, i32x4.splat(generation))), others);
  const b = firstWords(i32x4.add(others, i32x4.splat(visit)), a);
  const k0 = firstWords(a, b);
  v128.store(into, k0);
  v128.store(into, firstWords(b, k0), 16);
}

/** How all keys of a class and a team begin. */
/* rare */ function beginOf(entry: Class, pair: Pair, team: Team): usize {
  const begin = pair.keys;
  if (load<i64>(begin) === 0) setKeyBegin(begin, entry.key0, entry.key1, team.key0, team.key1);
  return begin;
}

/* inline */ export function pairOf(entry: Class, team: Team): Pair {
  return changetype<Pair>(entry.pairs + <usize>team.index * sizeOf<Pair>());
}

/** The uniform of a contact for a purpose. */
/* inline */ export function uniformOf(slot: Contact, aim: i32, attempt: i32): f64 {
  const key = ownKey(slot, aim, attempt);
  return uniform(load<i32>(key), load<i32>(key, 4), slot.ordinal);
}

export function uniformFor(slot: Contact, team: Team, aim: i32, attempt: i32): f64 {
  const key = teamKey(slot, team, aim, attempt);
  return uniform(load<i32>(key), load<i32>(key, 4), slot.ordinal);
}

/** The quantile of a law at such a uniform; no law takes no time. */
export function drawOf(law: Law, slot: Contact, aim: i32, attempt: i32): f64 {
  if (law === noLaw) return 0;
  return drawBy(law, ownKey(slot, aim, attempt), slot.ordinal);
}

export function drawFor(law: Law, slot: Contact, team: Team, aim: i32, attempt: i32): f64 {
  if (law === noLaw) return 0;
  return drawBy(law, teamKey(slot, team, aim, attempt), slot.ordinal);
}

/* inline */ function drawBy(law: Law, key: usize, ordinal: i32): f64 {
  if (law.constant >= 0) return law.constant;
  return drawAt(law.number, law.table, law.scale, load<i32>(key), load<i32>(key, 4), ordinal);
}

/** A uniform keyed by a group (and agent) and an ordinal of time: planned counts, absence. */
export function drawDuty(key0: i32, key1: i32, aim: i32, agent: i32, ordinal: i32): f64 {
  store<i64>(single, 0);
  return drawDutyBy(single, key0, key1, aim, agent, ordinal);
}

/** The same by a key that is kept at a place, 0 until it has been asked for. */
/* rare */ export function drawDutyBy(
  key: usize,
  key0: i32,
  key1: i32,
  aim: i32,
  agent: i32,
  ordinal: i32,
): f64 {
  if (load<i64>(key) === 0) {
    setKeyBegin(single, 0, 0, key0, key1);
    setKey(key, single, aim, agent);
  }
  return uniform(load<i32>(key), load<i32>(key, 4), ordinal);
}
