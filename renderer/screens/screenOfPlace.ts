// Where in the window a place of the document is edited.
import type { Path } from '../../core/plan/planFault.ts';
import type { ScreenId } from './planScreens.ts';

const screens: Readonly<Record<string, ScreenId>> = {
  name: 'basics',
  description: 'basics',
  notes: 'basics',
  incomplete: 'basics',
  company: 'basics',
  locale: 'basics',
  horizon: 'basics',
  promises: 'promises',
  goals: 'promises',
};

/** Undefined where no screen edits it. */
export function screenOfPlace([first]: Path): ScreenId | undefined {
  return screens[String(first)];
}
