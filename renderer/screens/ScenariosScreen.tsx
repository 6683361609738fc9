import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { AddButton } from '../parts/at/AddButton.tsx';
import { Section, Sections } from '../parts/at/Section.tsx';
import { ComparePanel } from '../parts/scenarios/ComparePanel.tsx';
import { QuickPanel } from '../parts/scenarios/QuickPanel.tsx';
import { ScenarioCard } from '../parts/scenarios/ScenarioCard.tsx';
import { addScenario } from '../parts/scenarios/scenarioEdits.ts';
import classes from '../parts/scenarios/scenarios.module.css';
import { documentOf } from '../state/openPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { nameIn } from '../text/localText.ts';
import { useText } from '../text/TextProvider.tsx';

/** What-if by sliders, scenarios as lists of changes, and any of them held against each other. */
export function ScenariosScreen({ open }: { open: OpenPlan }) {
  const { t, format, language } = useText();
  const edit = useSession((session) => session.edit);
  const compare = useSession((session) => session.compare);
  const quick = useSession((session) => session.comparisons.formula);
  const of = documentOf(open);
  const { plan, text } = of;
  const isSound = of.faults.length === 0;
  const ids = plan.scenarios.map(({ id }) => id).join(' ');
  // By formula, whenever something has changed.
  useEffect(() => {
    if (!isSound || ids === '') return;
    void compare('formula', text, {
      by: 'formula',
      others: ids.split(' ').map((scenario) => ({ scenario })),
    });
  }, [text, ids, isSound, compare]);
  const add = (): void => {
    const name = nameIn(
      language,
      t('scenarios.newName', { number: format.integer(plan.scenarios.length + 1) }),
    );
    void edit((now) => addScenario(now, name));
  };
  return (
    <Sections>
      {isSound ? (
        <QuickPanel key={open.scenario?.id ?? ''} open={open} />
      ) : (
        <Text size="sm">{t('scenarios.faulty')}</Text>
      )}
      <Section
        title={t('scenarios.title')}
        intro={t(plan.scenarios.length === 0 ? 'scenarios.empty' : 'scenarios.intro')}
      >
        <div className={classes.list}>
          {plan.scenarios.map((scenario) => (
            <ScenarioCard
              key={scenario.id}
              plan={plan}
              scenario={scenario}
              isOpen={open.scenario?.id === scenario.id}
              quick={quick?.result ?? null}
            />
          ))}
          <div>
            <AddButton label={t('scenarios.add')} list="scenarios" onAdd={add} />
          </div>
        </div>
      </Section>
      {plan.scenarios.length > 0 && isSound && <ComparePanel of={of} />}
    </Sections>
  );
}
