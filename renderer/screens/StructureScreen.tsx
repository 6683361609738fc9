import { Button, SegmentedControl, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconStackPush } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type WayKind, waysOf } from '../../core/plan/ways.ts';
import { useCanEdit } from '../parts/at/useAt.ts';
import { PictureMenu } from '../parts/pictures/PictureMenu.tsx';
import { arrowsOf } from '../parts/structure/arrows.ts';
import { ChartBoard } from '../parts/structure/ChartBoard.tsx';
import { chartLayout } from '../parts/structure/chart.ts';
import type { Chosen } from '../parts/structure/chosen.ts';
import { DetailsPanel } from '../parts/structure/DetailsPanel.tsx';
import { Legend } from '../parts/structure/Legend.tsx';
import { boardLayout } from '../parts/structure/layout.ts';
import { OutlineTable } from '../parts/structure/OutlineTable.tsx';
import { canvasPicture, chartPicture } from '../parts/structure/pictures.ts';
import { problemsOf } from '../parts/structure/problems.ts';
import classes from '../parts/structure/Structure.module.css';
import { StructureBoard } from '../parts/structure/StructureBoard.tsx';
import { svgPicture } from '../parts/structure/svgPicture.ts';
import { useActs } from '../parts/structure/useActs.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

const views = ['canvas', 'chart', 'outline'] as const;
type View = (typeof views)[number];
const intros = {
  canvas: 'structure.intro',
  chart: 'structure.chartIntro',
  outline: 'structure.outlineIntro',
} as const;

/** Tiers, teams and the ways between them: as a canvas, as a chart of who reports to whom, and as a table. */
export function StructureScreen({ open }: { open: OpenPlan }) {
  const texts = useText();
  const { t, direction } = texts;
  const { plan, faults, warnings } = open;
  const [view, setView] = useState<View>('canvas');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<WayKind>>(new Set());
  const [said, setSaid] = useState('');
  const canEdit = useCanEdit();
  const evaluation = useSession((session) => session.figures?.evaluation ?? null);
  const acts = useActs(plan, setChosen, setSaid);
  const layout = useMemo(() => boardLayout(plan, direction), [plan, direction]);
  const chart = useMemo(() => chartLayout(plan, direction), [plan, direction]);
  const ways = useMemo(() => waysOf(plan), [plan]);
  const arrows = useMemo(
    () => arrowsOf(ways, layout, evaluation, direction),
    [ways, layout, evaluation, direction],
  );
  const problems = useMemo(() => problemsOf(plan, faults, warnings), [plan, faults, warnings]);
  const toggle = (kind: WayKind): void =>
    setHidden((before) => {
      const after = new Set(before);
      if (!after.delete(kind)) after.add(kind);
      return after;
    });
  return (
    <section aria-labelledby="structure" className={classes.screen}>
      <header className={classes.head}>
        <div>
          <Title order={2} id="structure" size="h3">
            {t('structure.title')}
          </Title>
          <Text size="sm" c="dimmed" maw="80ch">
            {t(plan.teams.length === 0 ? 'structure.empty' : intros[view])}
          </Text>
        </div>
        <div className={classes.tools}>
          <SegmentedControl
            size="sm"
            aria-label={t('structure.view')}
            value={view}
            onChange={(value) => setView(views.find((one) => one === value) ?? 'canvas')}
            data={views.map((value) => ({ value, label: t(`structure.views.${value}`) }))}
          />
          {view !== 'outline' && (
            <PictureMenu
              draw={(fonts) =>
                svgPicture(
                  view === 'chart'
                    ? chartPicture(texts, plan, chart)
                    : canvasPicture(texts, { plan, evaluation, layout, arrows, hidden }),
                  fonts,
                )
              }
              fileName={t('structure.picture.file')}
              onFailure={setSaid}
            />
          )}
          <Button
            variant="default"
            disabled={!canEdit}
            data-add="tiers"
            leftSection={<IconStackPush size={18} stroke={1.75} aria-hidden />}
            onClick={acts.addTier}
          >
            {t('structure.addTier')}
          </Button>
          <Button
            disabled={!canEdit}
            data-add="teams"
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
            onClick={() => acts.addTeam(tierFor(chosen, open))}
          >
            {t('structure.addTeam')}
          </Button>
        </div>
      </header>
      <VisuallyHidden aria-live="polite">{said}</VisuallyHidden>
      <div className={classes.beside}>
        <div className={classes.column}>
          {view === 'canvas' && (
            <>
              <Legend arrows={arrows} hidden={hidden} onToggle={toggle} />
              <div className={classes.stage}>
                <StructureBoard
                  plan={plan}
                  evaluation={evaluation}
                  layout={layout}
                  arrows={arrows}
                  hidden={hidden}
                  problems={problems}
                  chosen={chosen}
                  acts={acts}
                  canEdit={canEdit}
                />
              </div>
            </>
          )}
          {view === 'chart' && (
            <div className={classes.stage}>
              <ChartBoard
                plan={plan}
                layout={chart}
                problems={problems}
                chosen={chosen}
                acts={acts}
                canEdit={canEdit}
              />
            </div>
          )}
          {view === 'outline' && <OutlineTable plan={plan} acts={acts} canEdit={canEdit} />}
        </div>
        <DetailsPanel
          plan={plan}
          evaluation={evaluation}
          arrows={arrows}
          problems={problems}
          chosen={chosen}
          acts={acts}
        />
      </div>
    </section>
  );
}

/** A new team joins the tier that is chosen, or that of the chosen team; else the first. */
function tierFor(chosen: Chosen | null, { plan }: OpenPlan): string | undefined {
  if (chosen?.kind === 'tier') return chosen.id;
  if (chosen?.kind === 'team') return plan.teams.find(({ id }) => id === chosen.id)?.tier;
  return plan.tiers[0]?.id;
}
