import { Loader, Tabs } from '@mantine/core';
import { IconChartHistogram, IconListCheck, IconSitemap } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { ExplanationPanel } from '../parts/ExplanationPanel.tsx';
import { FaultyPlan } from '../parts/FaultyPlan.tsx';
import { PlanHead } from '../parts/PlanHead.tsx';
import { PlanNotes } from '../parts/PlanNotes.tsx';
import { Strip } from '../parts/Strip.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './PlanScreen.module.css';

const ResultsScreen = lazy(async () => ({ default: (await import('./ResultsScreen.tsx')).ResultsScreen }));
const OrganisationScreen = lazy(async () => ({
  default: (await import('./OrganisationScreen.tsx')).OrganisationScreen,
}));

const PromisesScreen = lazy(async () => ({ default: (await import('./PromisesScreen.tsx')).PromisesScreen }));

/** One plan: what it is, what the simulation says of it, and the organisation that was simulated. */
export function PlanScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const [tab, setTab] = useState<string | null>('results');
  return (
    <div className={classes.page}>
      <PlanNotes open={open} />
      <PlanHead open={open} />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label={t('app.plan.views')} className={classes.tabs ?? ''}>
          <Tabs.Tab value="results" leftSection={<IconChartHistogram size={18} stroke={1.75} aria-hidden />}>
            {t('app.plan.results')}
          </Tabs.Tab>
          <Tabs.Tab value="organisation" leftSection={<IconSitemap size={18} stroke={1.75} aria-hidden />}>
            {t('app.plan.organisation')}
          </Tabs.Tab>
          {open.kept !== null && (
            <Tabs.Tab value="promises" leftSection={<IconListCheck size={18} stroke={1.75} aria-hidden />}>
              {t('app.promises.tab')}
            </Tabs.Tab>
          )}
        </Tabs.List>
        <Tabs.Panel value="results" pt="lg">
          <Suspense fallback={<Waiting />}>
            {open.faults.length > 0 ? <FaultyPlan open={open} /> : <ResultsScreen open={open} />}
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="organisation" pt="lg">
          <Suspense fallback={<Waiting />}>
            <OrganisationScreen plan={open.plan} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="promises" pt="lg">
          <Suspense fallback={<Waiting />}>
            <PromisesScreen open={open} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
      <Strip open={open} />
      <ExplanationPanel plan={open.plan} />
    </div>
  );
}

function Waiting() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <Loader size="sm" />
    </div>
  );
}
