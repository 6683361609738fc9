import { Button } from '@mantine/core';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import classes from '../staffing/Staffing.module.css';

/** What the staffing of a plan without people shows: where they come from. */
export function NobodyYet() {
  const { t } = useText();
  const goTo = useSession((session) => session.goTo);
  return (
    <section className={classes.panel}>
      <p className={classes.hint}>{t('people.staff.noGroups')}</p>
      <div>
        <Button variant="default" onClick={() => goTo('people')}>
          {t('people.staff.toPeople')}
        </Button>
      </div>
    </section>
  );
}
