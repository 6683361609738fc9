import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Backlog } from '../parts/demand/Backlog.tsx';
import { Customers } from '../parts/demand/Customers.tsx';
import { DemandLines, type LineFilter } from '../parts/demand/DemandLines.tsx';
import classes from '../parts/demand/demand.module.css';
import { IssueTypes } from '../parts/demand/IssueTypes.tsx';
import { MixTable } from '../parts/demand/MixTable.tsx';
import { Personas } from '../parts/demand/Personas.tsx';
import { Profiles } from '../parts/demand/Profiles.tsx';
import { Uncertainty } from '../parts/demand/Uncertainty.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

const subjects = [
  ['customers', 'demand.customers.title'],
  ['mix', 'demand.mix.title'],
  ['lines', 'demand.lines.title'],
  ['issueTypes', 'demand.issues.title'],
  ['profiles', 'demand.profiles.title'],
  ['personas', 'demand.personas.title'],
  ['uncertainty', 'demand.uncertainty.title'],
  ['backlog', 'demand.backlog.title'],
] as const;
type Subject = (typeof subjects)[number][0];

/** A heading as the place to go on from, for the eye and for the keyboard. */
function show(subject: Subject): void {
  const heading = document.getElementById(`demand-${subject}`);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

/** What customers ask for, how often and when. */
export function DemandScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { plan } = open;
  const [filter, setFilter] = useState<LineFilter>({ issueType: '', channel: '' });
  return (
    <section aria-labelledby="demand" className={classes.page}>
      <header>
        <Title order={2} id="demand" size="h3">
          {t('demand.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="80ch">
          {t('demand.intro')}
        </Text>
      </header>
      <nav className={classes.jumps} aria-label={t('demand.subjects')}>
        {subjects.map(([id, title]) => (
          <Button key={id} size="compact-sm" variant="default" onClick={() => show(id)}>
            {t(title)}
          </Button>
        ))}
      </nav>
      <Customers plan={plan} />
      <MixTable
        plan={plan}
        onOpen={(place) => {
          setFilter(place);
          show('lines');
        }}
      />
      <DemandLines plan={plan} filter={filter} onFilter={setFilter} />
      <IssueTypes plan={plan} />
      <Profiles plan={plan} />
      <Personas plan={plan} />
      <Uncertainty plan={plan} />
      <Backlog plan={plan} />
    </section>
  );
}
