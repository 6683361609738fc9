import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { freeId } from '../at/freeId.ts';
import classes from '../staffing/Staffing.module.css';
import { newTeam } from './peopleEdits.ts';

/** What a plan without teams shows where people would be. */
export function NoTeams() {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const teams = useSession((session) => session.open?.plan.teams ?? []);
  return (
    <section className={classes.panel}>
      <p className={classes.hint}>{t('people.team.none')}</p>
      <div>
        <AddButton
          label={t('people.team.add')}
          list="teams"
          onAdd={() => void edit(newTeam(freeId(teams, 'team'), { [language]: t('people.team.newName') }))}
        />
      </div>
    </section>
  );
}
