import { describe, expect, it } from 'vitest';
import type { Command } from '../../core/plan/edits/command.ts';
import { dutyHoursPerWeek } from '../../core/plan/groupCost.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Shift, Staffing } from '../../core/plan/schema/team.ts';
import { openSample } from '../../core/samples/index.ts';
import { weekFrom } from '../../locales/settings.ts';
import { removalAt } from '../../renderer/parts/at/useRemoval.ts';
import { rowsOf } from '../../renderer/parts/staffing/bars.ts';
import { agentsAt, type Count, levelsOf, painted } from '../../renderer/parts/staffing/countEdits.ts';
import {
  breakAdded,
  breakMoved,
  breakResized,
  moved,
  resized,
  shiftAt,
  timesOf,
} from '../../renderer/parts/staffing/dayTime.ts';
import { changeKind, countsOf, type Kind } from '../../renderer/parts/staffing/kindEdits.ts';
import {
  addShift,
  type GroupPlace,
  groupAt,
  groupsOn,
  moveDay,
  ownShift,
  setTimes,
  withNobody,
} from '../../renderer/parts/staffing/shiftEdits.ts';
import { soundAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

function placeOf(plan: Plan, id: string): GroupPlace {
  for (const team of plan.teams) {
    const group = team.groups.find((one) => one.id === id);
    if (group !== undefined) return { team, group };
  }
  throw new Error(`no group ${id}`);
}

const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => soundAfter(commands, plan);

const shift = (start: string, end: string, breaks: Shift['breaks'] = []): Shift => ({
  id: 'one',
  name: 'One',
  start,
  end,
  breaks,
});

describe('a shift on the timeline', () => {
  const early = timesOf(shift('08:00', '16:00', [{ start: '12:00', minutes: 30 }]));
  const night = timesOf(shift('22:00', '06:00', [{ start: '02:00', minutes: 30 }]));

  it('runs past midnight, with its breaks', () => {
    expect(night).toEqual({ start: 1320, end: 1800, breaks: [{ start: 1560, minutes: 30 }] });
    expect(shiftAt(shift('22:00', '06:00'), night)).toEqual(
      shift('22:00', '06:00', [{ start: '02:00', minutes: 30 }]),
    );
    expect(shiftAt(shift('16:00', '00:00'), timesOf(shift('16:00', '24:00'))).end).toBe('00:00');
  });

  it('moves by quarters of an hour with its breaks, and begins on its own day', () => {
    expect(moved(early, 50)).toEqual({ start: 525, end: 1005, breaks: [{ start: 765, minutes: 30 }] });
    expect(moved(early, -600).start).toBe(0);
    expect(moved(early, 2000).start).toBe(1425);
    const whole = timesOf(shift('00:00', '24:00'));
    expect(moved(whole, 60)).toEqual(whole);
  });

  it('grows and shrinks at either end, between a quarter of an hour and less than a day', () => {
    expect(resized(early, 'end', 40).end).toBe(1005);
    expect(resized(early, 'start', -500).start).toBe(0);
    expect(resized(early, 'end', -2000).end).toBe(495);
    expect(resized(early, 'end', 3000).end).toBe(480 + 1425);
    expect(resized(early, 'start', 3000).start).toBe(945);
  });

  it('keeps its breaks inside, and drops what is longer than itself', () => {
    expect(resized(early, 'end', -360).breaks).toEqual([{ start: 570, minutes: 30 }]);
    expect(resized(early, 'end', -465).breaks).toEqual([]);
  });

  it('takes breaks, which move and grow inside of it', () => {
    expect(breakAdded({ ...early, breaks: [] }).breaks).toEqual([{ start: 705, minutes: 30 }]);
    expect(breakAdded(early).breaks).toHaveLength(2);
    expect(breakMoved(early, 0, 2000).breaks[0]?.start).toBe(930);
    expect(breakResized(early, 0, -100).breaks[0]?.minutes).toBe(5);
  });
});

describe('the rows of a week', () => {
  const week = weekFrom('saturday');

  it('begin with the first day of the week and show the rest of a night on the next day', () => {
    const rows = rowsOf(
      [{ shift: 'one', weekdays: ['friday', 'saturday'], agents: 2 }],
      [shift('22:00', '06:00')],
      week,
    );
    expect(rows.map(({ day }) => day)).toEqual(week);
    const ofSaturday = rows[0]?.bars.map(({ day, isRest, from, to }) => [day, isRest, from, to]);
    expect(ofSaturday).toEqual([
      ['saturday', false, 1320, 1440],
      ['friday', true, 0, 360],
    ]);
    expect(rows[1]?.bars).toHaveLength(1);
  });

  it('put bars that meet into lanes of their own', () => {
    const assignments = ['one', 'two', 'three'].map((id) => ({
      shift: id,
      weekdays: ['monday' as const],
      agents: 1,
    }));
    const shifts = [shift('08:00', '12:00'), shift('10:00', '14:00'), shift('12:00', '16:00')].map(
      (one, at) => ({ ...one, id: assignments[at]?.shift ?? '' }),
    );
    const monday = rowsOf(assignments, shifts, week).find(({ day }) => day === 'monday');
    expect(monday?.bars.map(({ lane }) => lane)).toEqual([0, 1, 0]);
    expect(monday?.lanes).toBe(2);
  });
});

describe('steps on shifts', () => {
  const general = placeOf(shop, 'general-agents');
  const early = shop.shifts.find(({ id }) => id === 'early') as Shift;

  it('set only the times that differ', () => {
    const commands = setTimes(early, moved(timesOf(early), 60));
    expect(commands.map(({ at }) => at.at(-1))).toEqual(['start', 'end', 'breaks']);
    const after = resultOf(commands).shifts.find(({ id }) => id === 'early');
    expect(after).toMatchObject({
      start: '09:00',
      end: '17:00',
      breaks: [{ start: '11:15' }, { start: '13:30' }],
    });
    expect(setTimes(early, timesOf(early))).toEqual([]);
  });

  it('give a group a shift of its own, and leave the others theirs', () => {
    expect(groupsOn(shop, 'early').map(({ group }) => group.id)).toEqual(['general-agents', 'orders-agents']);
    const after = resultOf(ownShift(shop, general, early, 'Own'));
    expect(groupsOn(after, 'early').map(({ group }) => group.id)).toEqual(['orders-agents']);
    expect(after.shifts).toHaveLength(shop.shifts.length + 1);
    expect(dutyHoursPerWeek(after, ...pair(after, 'general-agents'))).toBe(
      dutyHoursPerWeek(shop, ...pair(shop, 'general-agents')),
    );
  });

  it('let people come on another day instead', () => {
    const staffing = placeOf(resultOf(moveDay(general, 0, 'saturday', 'friday')), 'general-agents').group
      .staffing;
    if (staffing.kind !== 'shifts') throw new Error('no shifts');
    expect(staffing.assignments[0]?.weekdays).toContain('friday');
    expect(staffing.assignments[0]?.weekdays).not.toContain('saturday');
    expect(moveDay(general, 0, 'saturday', 'sunday')).toEqual([]);
  });

  it('add a shift with people on it, and take people off', () => {
    const added = { name: 'Noon', start: '11:00', end: '14:00', weekdays: ['friday' as const], agents: 1 };
    const after = resultOf(addShift(shop, general, added));
    expect(after.shifts.at(-1)).toMatchObject({ name: 'Noon', breaks: [] });
    let plan = after;
    for (let left = 20; left > 0; left -= 1)
      plan = resultOf(
        removalAt(plan, [...groupAt(general), 'staffing', 'assignments', 0], { ofLast: withNobody }),
        plan,
      );
    const { staffing } = placeOf(plan, 'general-agents').group;
    expect(staffing.kind === 'shifts' && staffing.assignments.map(({ agents }) => agents)).toEqual([0]);
  });
});

const pair = (plan: Plan, id: string) => {
  const { team, group } = placeOf(plan, id);
  return [team, group] as const;
};

describe('painting numbers of people', () => {
  const sure = { value: 5, low: 4, high: 6, assumed: true };
  const counts: Count[] = [
    { weekdays: ['monday', 'tuesday'], from: '08:00', to: '16:00', agents: sure },
    { weekdays: ['monday'], from: '10:00', to: '12:00', agents: 1.5 },
  ];

  it('replaces what is in the stroke and leaves the rest, with its range', () => {
    const after = painted(counts, { days: ['monday'], from: 600, to: 720 }, 3);
    expect(levelsOf(after, 'monday')).toEqual([
      { from: 480, to: 600, agents: 5 },
      { from: 600, to: 720, agents: 3 },
      { from: 720, to: 960, agents: 5 },
    ]);
    expect(levelsOf(after, 'tuesday')).toEqual([{ from: 480, to: 960, agents: 5 }]);
    expect(after.filter(({ agents }) => agents === 3)).toHaveLength(1);
    expect(after.filter(({ agents }) => JSON.stringify(agents) === JSON.stringify(sure)).length).toBe(3);
  });

  it('adds up spans that overlap', () => {
    expect(agentsAt(counts, 'monday', 630)).toBe(6.5);
    expect(agentsAt(counts, 'sunday', 630)).toBe(0);
  });

  it('makes one entry of equal neighbours, and keeps one where nobody is left', () => {
    const longer = painted(
      [{ weekdays: ['monday'], from: '08:00', to: '10:00', agents: 2 }],
      { days: ['monday'], from: 600, to: 1440 },
      2,
    );
    expect(longer).toEqual([{ weekdays: ['monday'], from: '08:00', to: '24:00', agents: 2 }]);
    const nobody = painted(longer, { days: ['monday'], from: 0, to: 1440 }, 0);
    expect(nobody).toEqual([{ weekdays: ['monday'], from: '00:00', to: '24:00', agents: 0 }]);
  });

  it('gives what was painted wherever it was painted, whatever was there', () => {
    let now = counts;
    const strokes = [0, 480, 555, 600, 930].flatMap((from) =>
      [15, 60, 300].map((length) => ({ from, to: from + length })),
    );
    for (const [at, { from, to }] of strokes.entries()) {
      const before = now;
      now = painted(now, { days: ['tuesday', 'sunday'], from, to }, at % 4);
      for (const day of ['monday', 'tuesday', 'sunday'] as const)
        for (let minute = 0; minute < 1440; minute += 15) {
          const isPainted = day !== 'monday' && from <= minute && minute < to;
          expect(agentsAt(now, day, minute)).toBe(isPainted ? at % 4 : agentsAt(before, day, minute));
        }
    }
  });
});

describe('changing the kind of staffing', () => {
  const named = (from: string, to: string): string => `${from}-${to}`;
  const hoursOf = (plan: Plan, id: string): number => dutyHoursPerWeek(plan, ...pair(plan, id));
  const changed = (plan: Plan, id: string, kind: Kind): Plan =>
    resultOf(changeKind(plan, placeOf(plan, id), kind, named).commands, plan);
  const staffingOf = (plan: Plan, id: string): Staffing => placeOf(plan, id).group.staffing;

  it('keeps the hours of work from hours over counts and shifts and back', () => {
    const counts = changed(shop, 'engineers', 'counts');
    expect(hoursOf(counts, 'engineers')).toBe(hoursOf(shop, 'engineers'));
    const shifts = changed(counts, 'engineers', 'shifts');
    expect(hoursOf(shifts, 'engineers')).toBe(hoursOf(shop, 'engineers'));
    expect(staffingOf(changed(shifts, 'engineers', 'hours'), 'engineers')).toEqual(
      staffingOf(shop, 'engineers'),
    );
  });

  it('takes breaks of shifts out of the counts, and says all the rest of them', () => {
    const general = placeOf(shop, 'general-agents');
    const counts = countsOf(shop, general);
    const assignments = general.group.staffing.kind === 'shifts' ? general.group.staffing.assignments : [];
    const paused = assignments.reduce((sum, one) => {
      const breaks = shop.shifts.find(({ id }) => id === one.shift)?.breaks ?? [];
      return sum + one.agents * one.weekdays.length * breaks.reduce((all, { minutes }) => all + minutes, 0);
    }, 0);
    const after = changed(shop, 'general-agents', 'counts');
    expect(counts).toEqual(staffingOf(after, 'general-agents').kind === 'counts' && counts);
    expect(hoursOf(after, 'general-agents')).toBeCloseTo(hoursOf(shop, 'general-agents') - paused / 60, 9);
  });

  it('uses shifts that are there, and says when it has to round', () => {
    const plan = changed(shop, 'technical-agents', 'shifts');
    const again = changeKind(plan, placeOf(plan, 'payments-agents'), 'shifts', named);
    const added = again.commands.filter(({ change }) => change === 'add');
    expect(added.length).toBeLessThan(again.parts);
    const half = resultOf([
      {
        change: 'set',
        at: ['teams', 'orders', 'groups', 'orders-remote', 'staffing', 'counts', 0, 'agents'],
        value: 1.4,
      },
    ]);
    expect(changeKind(half, placeOf(half, 'orders-remote'), 'shifts', named).isRounded).toBe(true);
    expect(changeKind(shop, placeOf(shop, 'orders-remote'), 'shifts', named).isRounded).toBe(false);
  });

  it('gives a sound plan from every group and kind to every other', () => {
    for (const team of shop.teams)
      for (const { id } of team.groups)
        for (const kind of ['hours', 'counts', 'shifts'] as const)
          expect(staffingOf(changed(shop, id, kind), id).kind).toBe(kind);
  });
});
