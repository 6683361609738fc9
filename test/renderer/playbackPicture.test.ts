// What the film shows at an instant: the same instant is the same picture, and its marks are the contacts and people of the trace.
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { Replay } from '../../core/playback/replay.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { tracePlayback } from '../../core/simulation/index.ts';
import { contactAt, countsOf, type Mark, marksOf } from '../../renderer/parts/playback/picture.ts';
import { PlayClock } from '../../renderer/parts/playback/playClock.ts';
import { gridOf, layoutOf, spotOf, stageOf } from '../../renderer/parts/playback/stage.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

const hour = 3600;
const { plan } = parsePlan(openSample('computer-company') ?? '') as { plan: Plan };
const traced = tracePlayback(compiledPlan(plan), {
  ...{ seed: 1, replication: 0, limit: 100_000 },
  ...{ fromSeconds: 9 * hour, toSeconds: 15 * hour },
});
if (!traced.ok) throw new Error(JSON.stringify(traced.failure));
const trace = traced.value;

describe.each(['ltr', 'rtl'] as const)('the picture of a playback, %s', (direction) => {
  const stage = stageOf(plan, layoutOf(plan, direction), 900, direction === 'rtl');
  const isInside = ({ x, y }: Mark): boolean => x >= 0 && y >= 0 && x <= stage.width && y <= stage.height;

  it('has a mark for each contact of a line and each person, all on the stage', () => {
    const replay = new Replay(trace);
    for (const at of [9.5, 10.25, 12, 14.9]) {
      replay.seek(at * hour);
      const marks = marksOf(replay, stage, 0);
      const counts = countsOf(replay);
      const sum = (of: (count: (typeof counts)[number]) => number): number =>
        counts.reduce((whole, count) => whole + of(count), 0);
      const ofTone = (tone: Mark['tone']): number => marks.filter((mark) => mark.tone === tone).length;
      expect(ofTone('waiting')).toBe(sum(({ waiting }) => waiting));
      expect(ofTone('busy')).toBe(sum(({ busy }) => busy));
      expect(ofTone('busy') + ofTone('free')).toBe(sum(({ busy, onDuty }) => Math.max(busy, onDuty)));
      expect(marks.every(isInside)).toBe(true);
    }
  });

  it('is the same at the same instant, whichever way it was reached', () => {
    const [forwards, back] = [new Replay(trace), new Replay(trace, 256)];
    for (let at = 9; at <= 12; at += 0.5) forwards.seek(at * hour);
    back.seek(15 * hour);
    back.seek(12 * hour);
    expect(marksOf(back, stage, 60)).toEqual(marksOf(forwards, stage, 60));
  });

  it('finds the contact that is clicked', () => {
    const replay = new Replay(trace);
    replay.seek(10 * hour);
    const marks = marksOf(replay, stage, 0);
    const one = marks.findLast(({ tone }) => tone === 'waiting');
    expect(one && contactAt(marks, one.x + 1, one.y)).toBe(one?.contact);
    expect(contactAt(marks, -50, -50)).toBeNull();
  });
});

describe.each(sampleList().map(({ id }) => id))('the stage of %s', (id) => {
  const { plan: shown } = parsePlan(openSample(id) ?? '') as { plan: Plan };

  it.each([
    [684, 'ltr'],
    [684, 'rtl'],
    [920, 'ltr'],
    [1200, 'rtl'],
  ] as const)('fits into %d pixels, %s, with its boxes within their lanes', (room, direction) => {
    const { width, lanes, boxes, teams } = stageOf(
      shown,
      layoutOf(shown, direction),
      room,
      direction === 'rtl',
    );
    expect(width).toBeLessThanOrEqual(room + 0.001);
    for (const box of boxes)
      expect(lanes.filter((lane) => box.x > lane.x && box.x + box.width < lane.x + lane.width).length).toBe(
        1,
      );
    for (const { line, agents } of teams.values())
      expect(Math.min(line.width, line.height, agents.width, agents.height)).toBeGreaterThan(25);
  });
});

describe('a room', () => {
  it.each([1, 7, 60, 400, 5000])('holds %d within its walls', (count) => {
    const room = { x: 10, y: 20, width: 80, height: 30 };
    const grid = gridOf(room, count);
    for (const place of [0, Math.floor(count / 2), count - 1]) {
      const { x, y } = spotOf(room, grid, place, true);
      expect(x >= 10 && x <= 90 && y >= 20 && y <= 50).toBe(true);
    }
  });
});

describe('the clock of a player', () => {
  const clock = (isStill: boolean) => new PlayClock({ fromSeconds: 0, toSeconds: 1000, isStill });

  it('goes on at its speed, waits for what is not known yet, and ends at the end', () => {
    const one = clock(false);
    one.speed = 100;
    one.knownToSeconds = 30;
    one.play();
    one.tick(0.1);
    expect(one.nowSeconds).toBeCloseTo(10, 9);
    one.tick(0.4);
    expect(one.nowSeconds).toBe(30);
    one.knownToSeconds = 1000;
    for (let i = 0; i < 30; i += 1) one.tick(0.4);
    expect([one.nowSeconds, one.isPlaying]).toEqual([1000, false]);
  });

  it('moves in steps for who wants less movement', () => {
    const one = clock(true);
    one.speed = 10;
    one.knownToSeconds = 1000;
    one.play();
    expect([one.tick(0.2), one.tick(0.2), one.tick(0.2)]).toEqual([false, false, true]);
    expect(one.nowSeconds).toBeCloseTo(6, 9);
  });
});
