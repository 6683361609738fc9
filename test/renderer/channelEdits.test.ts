import { describe, expect, it } from 'vitest';
import type { Command } from '../../core/plan/edits/command.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import {
  addCalendar,
  addException,
  joinedSpans,
  spansOf,
  usersOf,
  weeklyWith,
} from '../../renderer/parts/routing/calendarEdits.ts';
import {
  addChannel,
  addTierPatience,
  channelKinds,
  type OptionalPartName,
  optionalParts,
  setChatLimit,
  setChatSpeed,
  setPart,
} from '../../renderer/parts/routing/channelEdits.ts';
import { readSpans } from '../../renderer/parts/routing/spansText.ts';
import { dayAfter } from '../../renderer/text/planDays.ts';
import { draftAfter } from '../support/editedPlan.ts';

const shop = parsePlan(openSample('online-shop') ?? '').plan as Plan;

/** The plan that the commands leave; every field of it must be sound. */
const resultOf = (commands: readonly Command[], plan: Plan = shop): Plan => draftAfter(commands, plan);

const channelOf = (plan: Plan, id: string): Plan['channels'][number] => {
  const found = plan.channels.find((channel) => channel.id === id);
  if (found === undefined) throw new Error(`no channel ${id}`);
  return found;
};
const [firstHours] = shop.calendars;
if (firstHours === undefined) throw new Error('the shop has opening hours');

describe('the steps of the channel editor', () => {
  it.each(channelKinds)('add a sound channel of the kind %s, its guesses marked as assumed', (kind) => {
    const plan = resultOf(addChannel(shop, kind, { en: 'New' }));
    const added = plan.channels.at(-1);
    expect(added?.kind).toBe(kind);
    expect(plan.channels).toHaveLength(shop.channels.length + 1);
    const guesses = JSON.stringify([added?.patience, added?.redial, added?.assistant]).match(/meanSeconds/g);
    const marks = JSON.stringify([added?.patience, added?.redial, added?.assistant]).match(/"assumed":true/g);
    expect((marks ?? []).length).toBeGreaterThanOrEqual((guesses ?? []).length);
  });

  it('put optional parts in whole, and take them out again', () => {
    const bare = resultOf(addChannel(shop, 'email', { en: 'New' }));
    const id = bare.channels.at(-1)?.id ?? '';
    for (const part of Object.keys(optionalParts) as OptionalPartName[]) {
      const withIt = resultOf(setPart(bare, id, part, true), bare);
      expect(channelOf(withIt, id)[part]).toBeDefined();
      expect(resultOf(setPart(withIt, id, part, false), withIt)).toEqual(bare);
    }
    expect(setPart({ ...shop, teams: [] }, 'phone', 'dispatcher', true)).toEqual([]);
  });

  it('keep the table of chat speeds as long as the limit, the first of them 1', () => {
    const chat = channelOf(shop, 'chat');
    for (const limit of [1, 2, 5, 20]) {
      const { concurrency } = channelOf(resultOf(setChatLimit(chat, limit)), 'chat');
      expect(concurrency?.limit).toBe(limit);
      expect(concurrency?.speed).toHaveLength(limit);
      expect(concurrency?.speed[0]).toBe(1);
    }
    const slower = channelOf(resultOf(setChatSpeed(chat, 2, 0.6)), 'chat');
    expect(slower.concurrency?.speed[1]).toBe(0.6);
    expect(setChatSpeed(chat, 1, 0.5)).toEqual([]);
  });

  it('give a tier that has none a patience of its own', () => {
    const phone = channelOf(shop, 'phone');
    const plan = resultOf(addTierPatience(shop, phone));
    const added = channelOf(plan, 'phone').patienceByTier.at(-1);
    expect(phone.patienceByTier.map(({ tier }) => tier)).not.toContain(added?.tier);
    expect(addTierPatience({ ...shop, tiers: [] }, phone)).toEqual([]);
  });
});

describe('the steps of the editor of opening hours', () => {
  it('join what touches or overlaps', () => {
    const spans = [
      { from: '13:00', to: '17:00' },
      { from: '08:00', to: '12:00' },
      { from: '12:00', to: '12:30' },
      { from: '16:00', to: '18:00' },
    ];
    expect(joinedSpans(spans)).toEqual([
      { from: '08:00', to: '12:30' },
      { from: '13:00', to: '18:00' },
    ]);
  });

  it('give days their hours and leave the others as they are', () => {
    const weekly = weeklyWith(firstHours.weekly, ['friday'], [{ from: '06:00', to: '24:00' }]);
    expect(spansOf({ weekly }, 'friday')).toEqual([{ from: '06:00', to: '24:00' }]);
    expect(spansOf({ weekly }, 'sunday')).toEqual(spansOf(firstHours, 'sunday'));
    expect(spansOf({ weekly: weeklyWith(weekly, ['friday'], []) }, 'friday')).toEqual([]);
  });

  it('put days with the same hours into one entry', () => {
    const all = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
    expect(weeklyWith(firstHours.weekly, all, [{ from: '08:00', to: '20:00' }])).toHaveLength(1);
  });

  it('add hours on the working days, and exceptions on days that have none', () => {
    const plan = resultOf(addCalendar(shop, { en: 'New' }));
    expect(plan.calendars.at(-1)?.weekly[0]?.weekdays).not.toContain(shop.locale.weekend[0]);
    let now = shop;
    for (let time = 0; time < 3; time += 1) {
      const [hours] = now.calendars;
      if (hours === undefined) throw new Error('the hours are gone');
      now = resultOf(
        addException(now, hours, (day) => dayAfter(day, 1)),
        now,
      );
    }
    const dates = now.calendars[0]?.exceptions.map(({ date }) => date) ?? [];
    expect(new Set(dates).size).toBe(firstHours.exceptions.length + 3);
    expect(usersOf(shop, firstHours.id).length).toBeGreaterThan(0);
  });
});

describe('opening hours as people type them', () => {
  const words = { until: ['تا', 'الی'], closed: ['بسته'] };

  it.each([
    ['8-12, 13:30–17', ['08:00-12:00', '13:30-17:00']],
    ['۸ تا ۱۲، ۱۳:۳۰ تا ۱۷', ['08:00-12:00', '13:30-17:00']],
    ['٠٨:٠٠-٢٤:٠٠', ['08:00-24:00']],
    ['22-0:00', ['22:00-24:00']],
    ['8-10; 9-12', ['08:00-12:00']],
    ['بسته', []],
    [' ', []],
  ])('reads %s', (text, spans) => {
    const read = readSpans(text, words);
    expect(read.ok && read.spans.map(({ from, to }) => `${from}-${to}`)).toEqual(spans);
  });

  it.each([
    ['8', 'time'],
    ['8-25', 'time'],
    ['8-12-16', 'time'],
    ['morning', 'time'],
    ['22-6', 'reversed'],
  ])('refuses %s, and says why', (text, reason) => {
    expect(readSpans(text, words)).toEqual({ ok: false, reason });
  });
});
