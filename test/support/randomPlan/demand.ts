// Random issue types, volumes and profiles.
import { everyDay } from './chance.ts';
import { randomLaw } from './laws.ts';
import type { Channels, Demands, Shape } from './shape.ts';

type Row = Demands['demand'][number];

export function randomDemand(shape: Shape, channels: Channels): Demands {
  const { chance } = shape;
  const profiles = randomProfiles(shape);
  const pairs = channels.list.flatMap(({ id: channel }) =>
    chance.some(shape.issueTypes, 0.6).map((issueType) => ({ issueType, channel })),
  );
  const weights = pairs.map(() => chance.between(0.3, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const languages = chance.maybe('languages', 0.5);
  const demand = pairs.map(({ issueType, channel }, i): Row => {
    const contacts = (shape.contacts * (weights[i] as number)) / total;
    return {
      id: `d${i}`,
      issueType,
      channel,
      ...(chance.is(0.2) ? { streamKey: `key-${chance.whole(0, 1e9)}` } : {}),
      ...(chance.maybe('own priority', 0.2) ? { priority: chance.whole(1, 9) } : {}),
      ...(languages && chance.is(0.5) ? { language: chance.one(['fa', 'en']) } : {}),
      ...(chance.maybe('recorded arrivals', 0.15)
        ? recorded(shape, contacts)
        : volume(shape, contacts, profiles)),
    };
  });
  const busy = chance.maybe('busy day', 0.3) ? { busyDayCv: chance.between(0.05, 0.5) } : {};
  return { issueTypes: randomIssueTypes(shape), demand, profiles, volumeModel: busy };
}

function randomIssueTypes({ chance, issueTypes, tiers }: Shape): Demands['issueTypes'] {
  const priorities = chance.maybe('priorities', 0.6);
  const preemption = chance.maybe('preemptible', 0.35);
  return issueTypes.map((id) => ({
    id,
    name: id,
    ...(priorities ? { priority: chance.whole(1, 5) } : {}),
    ...(preemption && chance.is(0.6) ? { preemptible: true } : {}),
    ...(chance.maybe('skills', 0.3) ? { skills: ['special'] } : {}),
    ...(tiers.length > 0 && chance.maybe('entry tier', 0.15) ? { entryTier: chance.one(tiers) } : {}),
    ...(chance.maybe('self-service', 0.3)
      ? {
          selfService: {
            triedShare: chance.between(0.2, 0.9),
            deflectedShare: chance.between(0.1, 0.6),
            ...(chance.is(0.7) ? { delay: randomLaw(chance, 120) } : {}),
          },
        }
      : {}),
  }));
}

function randomProfiles({ chance }: Shape): Demands['profiles'] {
  const weekdayFactors = chance.is(0.7)
    ? { weekdayFactors: Object.fromEntries(everyDay.map((day) => [day, chance.between(0.3, 1.5)])) }
    : {};
  const minutes = chance.one([15, 30, 60, 45]);
  const hours = { weekdays: everyDay.slice(0, 5), from: '07:30', intervalMinutes: minutes };
  const weights = Array.from({ length: Math.floor(840 / minutes) }, () => chance.between(0.1, 1));
  const flat = { weekdays: everyDay.slice(5), intervalMinutes: 1440, weights: [1] };
  return [{ id: 'profile', name: 'Profile', ...weekdayFactors, timeOfDay: [{ ...hours, weights }, flat] }];
}

function volume({ chance, days }: Shape, contacts: number, profiles: Demands['profiles']): Partial<Row> {
  const perDay = contacts / days;
  const stated = chance.one([
    { contacts: perDay / 24, per: 'hour' },
    { contacts: perDay, per: 'day' },
    { contacts: perDay, per: 'day' },
    { contacts: perDay * 7, per: 'week' },
    { contacts: perDay * 30, per: 'month' },
  ] as const);
  chance.mark(`per ${stated.per}`);
  const profile = chance.maybe('profile', 0.65) ? { profile: profiles[0]?.id } : {};
  const growth = chance.maybe('growth', 0.35) ? { growthPerYear: chance.between(-0.5, 3) } : {};
  return {
    ...growth,
    volume: stated,
    ...(profile.profile === undefined ? {} : { profile: profile.profile }),
  };
}

/** Times within the horizon, some of them on the day after; on a coarse grid now and then, so that many things happen at the same instant. */
function recorded({ chance, days }: Shape, contacts: number): Partial<Row> {
  const grid = chance.maybe('same instants', 0.5) ? 60 : 0.001;
  const lastDay = chance.is(0.6) ? days : days - 1;
  const times = Array.from({ length: Math.round(contacts) }, () => {
    const at = (chance.whole(0, lastDay) + (7.5 + 12 * chance.unit()) / 24) * 86_400;
    return Math.round(at / grid) * grid;
  });
  return { arrivalsSeconds: times.sort((a, b) => a - b) };
}
