import { Loader } from '@mantine/core';
import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  Suspense,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { ExplanationPanel } from '../parts/ExplanationPanel.tsx';
import { PlanHead } from '../parts/PlanHead.tsx';
import { PlanNotes } from '../parts/PlanNotes.tsx';
import { Strip } from '../parts/Strip.tsx';
import { ScenarioBar } from '../parts/scenarios/ScenarioBar.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { DrawnPlan, ShownPlan } from '../state/shownPlan.ts';
import { PlanNavigation } from './PlanNavigation.tsx';
import classes from './PlanScreen.module.css';
import { planScreens, screenOf } from './planScreens.ts';
import { useFieldsLater } from './useFieldsLater.ts';
import { useWantedPlace } from './useWantedPlace.ts';

const loaded = new Map<string, LazyExoticComponent<ComponentType<{ open: OpenPlan }>>>(
  planScreens.map(({ id, load }) => [id, lazy(async () => ({ default: await load() }))]),
);

/** One plan: its screens beside their navigation, and what it comes to at the edge. */
export function PlanScreen({ open }: { open: OpenPlan }) {
  const { id, isOfFields } = screenOf(useSession((session) => session.screen));
  const Screen = loaded.get(id);
  const shown = useFieldsLater(open, isOfFields === true);
  // Fields begin anew with another scenario: what was typed into them was typed into the one before.
  const scenario = id === 'scenarios' ? '' : (shown.scenario?.id ?? '');
  const screen = useMemo(
    () => Screen !== undefined && <Screen key={scenario} open={shown} />,
    [Screen, shown, scenario],
  );
  // Another screen is read from its top; a place that is wanted is then sought from there.
  const shownBefore = useRef(id);
  useLayoutEffect(() => {
    if (shownBefore.current !== id) window.scrollTo(0, 0);
    shownBefore.current = id;
  }, [id]);
  useWantedPlace(open.plan);
  const drawn = useRef<OpenPlan | null>(null);
  useLayoutEffect(() => {
    drawn.current = shown;
  });
  return (
    <div className={classes.page}>
      <PlanNotes open={open} />
      <PlanHead open={open} />
      <ScenarioBar open={open} />
      <div className={classes.columns}>
        <PlanNavigation open={open} />
        <div className={classes.screen} data-shown={id}>
          <Suspense key={id} fallback={<Waiting />}>
            <DrawnPlan value={drawn}>
              <ShownPlan value={shown.plan}>{screen}</ShownPlan>
            </DrawnPlan>
          </Suspense>
        </div>
      </div>
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
