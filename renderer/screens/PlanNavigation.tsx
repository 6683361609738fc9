import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './PlanNavigation.module.css';
import { planScreens, screenGroups, screenOf } from './planScreens.ts';

/** The screens of a plan by groups, in the order in which a new plan is made. */
export function PlanNavigation({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const shown = screenOf(useSession((session) => session.screen)).id;
  const goTo = useSession((session) => session.goTo);
  const usable = planScreens.filter((entry) => open.kept !== null || !('edits' in entry));
  return (
    <nav className={classes.navigation} aria-label={t('app.plan.views')}>
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
