import { Section } from '../parts/at/Section.tsx';
import { ContractCards } from '../parts/people/ContractCards.tsx';
import { GroupDetails } from '../parts/people/GroupDetails.tsx';
import { GroupGrid } from '../parts/people/GroupGrid.tsx';
import { NoTeams } from '../parts/people/NoTeams.tsx';
import { OtherWork } from '../parts/people/OtherWork.tsx';
import classes from '../parts/people/People.module.css';
import { RoleCards } from '../parts/people/RoleCards.tsx';
import { useChosenGroup } from '../parts/people/useChosenGroup.ts';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** Who works in which team, in which role and on which contract. */
export function PeopleScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { plan } = open;
  const { of, choose } = useChosenGroup(plan);
  return (
    <div className={classes.page}>
      <Section title={t('people.groups.title')} intro={t('people.groups.intro', { enter: 'Enter' })}>
        {plan.teams.length === 0 ? (
          <NoTeams />
        ) : (
          <div className={classes.sheet}>
            <div className={classes.frame}>
              <GroupGrid open={open} selected={of?.group.id} onSelect={choose} />
            </div>
            {of !== undefined && <GroupDetails key={of.group.id} open={open} of={of} />}
          </div>
        )}
      </Section>
      <RoleCards plan={plan} />
      <ContractCards plan={plan} />
      <OtherWork plan={plan} />
    </div>
  );
}
