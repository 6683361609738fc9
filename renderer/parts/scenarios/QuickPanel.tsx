import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconRotate } from '@tabler/icons-react';
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react';
import { fieldDifference } from '../../../core/plan/edits/fieldDifference.ts';
import { type Scaling, scaledPlan } from '../../../core/plan/edits/scaledPlan.ts';
import { mainMeasures } from '../../../core/report/mainMeasures.ts';
import { documentOf } from '../../state/openPlan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { nameIn } from '../../text/localText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { FailureNote } from '../FailureNote.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { Panel } from '../Panel.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { QuickAnswer } from './QuickAnswer.tsx';
import { addScenario } from './scenarioEdits.ts';
import classes from './scenarios.module.css';

/** How far each slider goes, in steps; what a step means stands with it. */
const sliders = {
  volume: { low: -50, high: 100, step: 5 },
  handling: { low: -50, high: 100, step: 5 },
  people: { low: -5, high: 5, step: 1 },
  containment: { low: -30, high: 30, step: 1 },
  patience: { low: -50, high: 100, step: 5 },
} as const;
type Slider = keyof typeof sliders;
const names = Object.keys(sliders) as readonly Slider[];
type Setting = Readonly<Record<Slider, number>>;
const untouched: Setting = { volume: 0, handling: 0, people: 0, containment: 0, patience: 0 };
const everyTeam = '';
/** A slider that stands still for so long is simulated. */
const restMs = 250;
const replications = 20;

const scalingOf = (setting: Setting, team: string): Scaling => ({
  volume: 1 + setting.volume / 100,
  handling: 1 + setting.handling / 100,
  people: setting.people,
  ...(team !== everyTeam && { team }),
  containment: setting.containment / 100,
  patience: 1 + setting.patience / 100,
});

/** What if: the shown plan a little otherwise, answered by formula while a slider moves and simulated when it rests. */
export function QuickPanel({ open }: { open: OpenPlan }) {
  const texts = useText();
  const { t, say, format, language } = texts;
  const edit = useSession((session) => session.edit);
  const preview = useSession((session) => session.preview);
  const compare = useSession((session) => session.compare);
  const endComparison = useSession((session) => session.endComparison);
  const found = useSession((session) => session.comparisons.quick);
  const canEdit = useCanEdit();
  const [setting, setSetting] = useState(untouched);
  const [team, setTeam] = useState(everyTeam);
  const { plan } = open;
  const isMoved = names.some((name) => setting[name] !== 0);
  const changed = useMemo(() => scaledPlan(plan, scalingOf(setting, team)), [plan, setting, team]);
  const commands = useMemo(() => fieldDifference(plan, changed), [plan, changed]);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    clearTimeout(rest.current);
    if (commands.length === 0) {
      preview(null);
      endComparison('quick', true);
      return;
    }
    preview(commands);
    endComparison('quick', true);
    rest.current = setTimeout(() => {
      const others = [{ text: JSON.stringify(changed) }];
      void compare('quick', open.text, { reference: { text: open.text }, others, replications });
    }, restMs);
    return () => clearTimeout(rest.current);
  }, [commands, changed, open.text, preview, compare, endComparison]);
  // Elsewhere the edge shows the plan as it is.
  useEffect(
    () => () => {
      preview(null);
      endComparison('quick', true);
    },
    [preview, endComparison],
  );

  const keep = async (): Promise<void> => {
    const name = nameIn(
      language,
      t('scenarios.quick.kept', { number: format.integer(kept.scenarios.length + 1) }),
    );
    if (await edit(addScenario(kept, name, open.scenario?.id, commands))) setSetting(untouched);
  };
  const kept = documentOf(open).plan;
  const hasAssistant = plan.channels.some(({ assistant }) => assistant !== undefined);
  const hasPatience = plan.channels.some(
    ({ patience, patienceByTier }) => patience !== undefined || patienceByTier.length > 0,
  );
  const isOff = (name: Slider): boolean =>
    (name === 'containment' && !hasAssistant) || (name === 'patience' && !hasPatience);
  const shown = found?.result ?? null;
  return (
    <Panel title={t('scenarios.quick.title')} explanation={t('scenarios.quick.explanation')}>
      <div className={classes.panel} data-quick={isMoved}>
        <div className={classes.sliders}>
          {names.map((name) => (
            <SliderField
              key={name}
              name={name}
              value={setting[name]}
              isOff={isOff(name)}
              onMove={(value) => setSetting({ ...setting, [name]: value })}
            />
          ))}
          <ChoiceField
            label={t('scenarios.quick.team')}
            options={[
              { value: everyTeam, label: t('scenarios.quick.everyTeam') },
              ...plan.teams.map(({ id, name }) => ({ value: id, label: say(name) })),
            ]}
            value={team}
            onChange={setTeam}
            width="100%"
          />
        </div>
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconRotate size={16} stroke={1.75} aria-hidden />}
            disabled={!isMoved}
            data-quick-reset
            onClick={() => setSetting(untouched)}
          >
            {t('scenarios.quick.reset')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={16} stroke={1.75} aria-hidden />}
            disabled={!canEdit || commands.length === 0}
            data-quick-keep
            onClick={() => void keep()}
          >
            {t('scenarios.quick.keep')}
          </Button>
        </div>
        {isMoved && <QuickAnswer open={open} />}
        {found?.failure != null && <FailureNote failure={found.failure} />}
        {isMoved && (
          <div aria-live="polite" aria-busy={shown === null} data-refined={shown !== null}>
            {shown === null ? (
              <p className={classes.barText}>{t('scenarios.quick.simulating')}</p>
            ) : (
              <ComparisonTable
                comparison={{
                  ...shown,
                  plans: shown.plans.map((one, place) => ({
                    ...one,
                    name: t(place === 0 ? 'scenarios.quick.before' : 'scenarios.quick.after'),
                  })),
                }}
                rows={mainMeasures(shown)}
                caption={t('scenarios.quick.table', { number: format.integer(shown.replications) })}
              />
            )}
          </div>
        )}
        {open.scenario !== null && (
          <p className={classes.barText}>
            {t('scenarios.quick.onScenario')}{' '}
            <PlanText of={kept.scenarios.find(({ id }) => id === open.scenario?.id)?.name ?? ''} />
          </p>
        )}
      </div>
    </Panel>
  );
}

interface SliderFieldProps {
  readonly name: Slider;
  readonly value: number;
  readonly isOff: boolean;
  readonly onMove: (value: number) => void;
}

function SliderField({ name, value, isOff, onMove }: SliderFieldProps) {
  const { t, format } = useText();
  const id = useId();
  const { low, high, step } = sliders[name];
  const written =
    name === 'people'
      ? signed(value, format.integer)
      : name === 'containment'
        ? t('compare.points', { number: signed(value, format.integer) })
        : signed(value, (percent) => format.percent(percent / 100, 0));
  return (
    <div className={classes.slider}>
      <label htmlFor={id}>
        {t(`scenarios.quick.${name}`)}
        <output htmlFor={id}>
          <bdi>{isOff ? t('scenarios.quick.off') : written}</bdi>
        </output>
      </label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        disabled={isOff}
        style={{ '--unchanged': -low / (high - low) } as CSSProperties}
        aria-valuetext={written}
        data-slider={name}
        onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
      />
    </div>
  );
}

const signed = (value: number, write: (size: number) => string): string =>
  value > 0 ? `+${write(value)}` : value < 0 ? `\u2212${write(-value)}` : write(0);
