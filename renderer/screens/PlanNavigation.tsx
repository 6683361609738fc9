import { useEffect, useRef } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './PlanNavigation.module.css';
import { planScreens, screenGroups, screenOf } from './planScreens.ts';
import { useRoomBelow } from './useRoomBelow.ts';

/** What stays to be seen above and below the screen that is marked. */
const margin = 40;

/** The screens of a plan by groups, in the order in which a new plan is made. */
export function PlanNavigation({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const shown = screenOf(useSession((session) => session.screen)).id;
  const goTo = useSession((session) => session.goTo);
  const usable = planScreens.filter((entry) => open.kept !== null || !('edits' in entry));
  const list = useRef<HTMLElement>(null);
  useRoomBelow(list);
  // The list may be longer than the window. It is scrolled by itself, so that the page stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen that is shown is marked in the list.
  useEffect(() => {
    const frame = list.current;
    const current = frame?.querySelector<HTMLElement>('[aria-current]');
    if (frame == null || current == null) return;
    const within = frame.getBoundingClientRect();
    const { top, bottom, left, right } = current.getBoundingClientRect();
    frame.scrollTop += Math.min(0, top - within.top - margin) + Math.max(0, bottom - within.bottom + margin);
    frame.scrollLeft += Math.min(0, left - within.left) + Math.max(0, right - within.right);
  }, [shown]);
  return (
    <nav ref={list} className={classes.navigation} aria-label={t('app.plan.views')}>
      {screenGroups.map((group) => {
        const screens = usable.filter((entry) => entry.group === group);
        if (screens.length === 0) return null;
        return (
          <div key={group} className={classes.group}>
            <p id={`group-${group}`}>{t(`app.groups.${group}`)}</p>
            <ul aria-labelledby={`group-${group}`}>
              {screens.map(({ id, Icon }) => (
                <li key={id}>
                  <button
                    type="button"
                    data-screen={id}
                    {...(shown === id && { 'aria-current': 'page' as const })}
                    onClick={() => goTo(id)}
                  >
                    <Icon size={18} stroke={1.75} aria-hidden />
                    <span>{t(`app.screens.${id}`)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
