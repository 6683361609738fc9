import { useMemo, useState } from 'react';
import { contactPath } from '../../core/plan/contactPath.ts';
import { Section, Sections } from '../parts/at/Section.tsx';
import { ContactPathView } from '../parts/routing/ContactPathView.tsx';
import { type ContactChoice, choiceOf, factsOfChoice } from '../parts/routing/contactChoice.ts';
import { Departments } from '../parts/routing/Departments.tsx';
import { HandlingMatrix } from '../parts/routing/HandlingMatrix.tsx';
import { HandlingRules } from '../parts/routing/HandlingRules.tsx';
import { OutcomeRules } from '../parts/routing/OutcomeRules.tsx';
import { Returns } from '../parts/routing/Returns.tsx';
import { RoutingRules } from '../parts/routing/RoutingRules.tsx';
import classes from '../parts/routing/routing.module.css';
import { StillLacking } from '../parts/routing/StillLacking.tsx';
import { Triggers } from '../parts/routing/Triggers.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

const noPath = { queues: [], handlings: [] };

/** Who takes what first, how long it takes and what follows; beside it what the rules come to for one sort of contact. */
export function RoutingScreen({ open: { plan } }: { open: OpenPlan }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<Partial<ContactChoice>>({});
  const choice = choiceOf(plan, chosen);
  const { issueType, channel } = choice ?? {};
  const facts = useMemo(
    () =>
      issueType === undefined || channel === undefined
        ? undefined
        : factsOfChoice(plan, { issueType, channel }),
    [plan, issueType, channel],
  );
  const path = useMemo(() => (facts === undefined ? noPath : contactPath(plan, facts)), [plan, facts]);
  return (
    <div className={classes.columns}>
      {choice !== undefined && (
        <ContactPathView plan={plan} choice={choice} path={path} onChoose={setChosen} />
      )}
      <div className={classes.main}>
        <Sections>
          <StillLacking plan={plan} />
          <Section title={t('routing.routing.title')} intro={t('routing.routing.intro')}>
            {facts !== undefined && <RoutingRules plan={plan} facts={facts} path={path} />}
          </Section>
          <Section title={t('routing.handling.title')} intro={t('routing.handling.intro')}>
            {plan.channels.length > 0 && <HandlingMatrix plan={plan} />}
            <HandlingRules plan={plan} path={path} />
          </Section>
          <Section title={t('routing.outcomes.title')} intro={t('routing.outcomes.intro')}>
            <OutcomeRules plan={plan} path={path} />
          </Section>
          <Section title={t('routing.departments.title')} intro={t('routing.departments.intro')}>
            <Departments plan={plan} />
          </Section>
          <Section title={t('routing.returns.title')} intro={t('routing.returns.intro')}>
            <Returns plan={plan} path={path} />
          </Section>
          <Section title={t('routing.triggers.title')} intro={t('routing.triggers.intro')}>
            <Triggers plan={plan} path={path} />
          </Section>
        </Sections>
      </div>
    </div>
  );
}
