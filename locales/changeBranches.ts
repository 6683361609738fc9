// Where the words of the closed lists of a plan stand, by the field that holds one of them: for lists of changes.
import type { Branch } from './translatorFrom.ts';

const branches: Readonly<Record<string, readonly Branch[]>> = {
  kind: ['routing.kinds', 'people.role.kinds', 'people.staffing.kinds', 'routing.outcomes.kinds'],
  mode: ['routing.channel'],
  digitalSkill: ['demand.personas.skills'],
  language: ['languages.ownName'],
  languages: ['languages.ownName'],
  digits: ['languages.digits'],
  calendar: ['languages.calendar'],
  weekStart: ['units.weekday.long'],
  weekend: ['units.weekday.long'],
  weekdays: ['units.weekday.long'],
  afterHours: ['routing.channel.afterHours'],
  atClosing: ['routing.channel.atClosing'],
  newChatTo: ['routing.channel.chat'],
  complexity: ['demand.issues.complexities'],
  per: ['demand.per'],
  waitingOrder: ['structure.waitingOrder'],
  agentChoice: ['structure.agentChoice'],
  sourcing: ['people.sourcing'],
  leaving: ['people.staffing.leavings'],
  leaverChoice: ['people.staffing.leavers'],
  order: ['people.work.orders'],
  to: ['routing.outcomes'],
  clock: ['app.promises.clocks'],
  measuredIn: ['app.promises.hours'],
  firstResponseAt: ['app.promises.firstResponseAt'],
  abandoned: ['app.promises.abandoned'],
  blocked: ['app.promises.blocked'],
  turnedAway: ['app.promises.turnedAway'],
  serviceLevelOf: ['app.promises.serviceLevelOf'],
  redialWaits: ['app.promises.redialWaits'],
  period: ['app.promises.period'],
  kpi: ['goals.kpi'],
  scale: ['goals.scales'],
  appliesTo: ['goals.holders'],
  distribution: ['app.at.distributions'],
};

/** Branches in which a word of this field may stand. */
export const changeBranches = (field: string): readonly Branch[] =>
  Object.hasOwn(branches, field) ? (branches[field] ?? []) : [];
