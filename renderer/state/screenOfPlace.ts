// Where in the window a place of the document is edited: ids of `screens/planScreens.ts`.
import type { Path } from '../../core/plan/planFault.ts';

const screens: Readonly<Record<string, string>> = {
  name: 'basics',
  description: 'basics',
  notes: 'basics',
  needs: 'needs',
  incomplete: 'basics',
  company: 'basics',
  locale: 'basics',
  horizon: 'basics',
  calendars: 'channels',
  channels: 'channels',
  routing: 'routing',
  handling: 'routing',
  outcomes: 'routing',
  departments: 'routing',
  returns: 'routing',
  waitingTriggers: 'routing',
  tiers: 'structure',
  teams: 'structure',
  roles: 'people',
  contracts: 'people',
  internalWork: 'people',
  duties: 'duties',
  careerSteps: 'duties',
  pages: 'pages',
  shifts: 'staffing',
  issueTypes: 'demand',
  demand: 'demand',
  profiles: 'demand',
  volumeModel: 'demand',
  startingBacklog: 'demand',
  promises: 'promises',
  goals: 'promises',
  reviews: 'review',
  scenarios: 'scenarios',
};

/** Fields of a group that say who is on duty when. */
const staffingFields: ReadonlySet<string> = new Set([
  'staffing',
  'headcount',
  'plannedShrinkage',
  'unplannedAbsence',
]);

/** Fields of the company that say what becomes of its customers. */
const outcomeFields: ReadonlySet<string> = new Set(['badExperience', 'retentionHistory']);

/** Undefined where no screen edits it. */
export function screenOfPlace([first, second, field, , inGroup]: Path): string | undefined {
  if (first === 'teams' && field === 'groups')
    return staffingFields.has(String(inGroup)) ? 'staffing' : 'people';
  if (first === 'company' && second === 'personas') return 'demand';
  if (first === 'company' && outcomeFields.has(String(second))) return 'outcomes';
  return screens[String(first)];
}
