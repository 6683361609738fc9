// Where in the window a place of the document is edited: ids of `screens/planScreens.ts`.
import type { Path } from '../../core/plan/planFault.ts';

const screens: Readonly<Record<string, string>> = {
  name: 'basics',
  description: 'basics',
  notes: 'basics',
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
  promises: 'promises',
  goals: 'promises',
};

/** Undefined where no screen edits it. */
export function screenOfPlace([first]: Path): string | undefined {
  return screens[String(first)];
}
