import { Button, Input, Progress, SegmentedControl, Text } from '@mantine/core';
import { IconPlayerPlayFilled, IconPlayerStopFilled, IconRefreshAlert } from '@tabler/icons-react';
import { type FormEvent, useId } from 'react';
import { useSession } from '../state/SessionProvider.tsx';
import { isStale } from '../state/session.ts';
import { Sentence } from '../text/Sentence.tsx';
import { useText } from '../text/TextProvider.tsx';
import { NumberField } from './NumberField.tsx';
import classes from './RunBar.module.css';

/** How the plan is simulated, the start of a run, its progress and its end. */
export function RunBar() {
  const { t } = useText();
  const simulate = useSession((session) => session.simulate);
  const run = useSession((session) => session.run);
  const cancel = useSession((session) => session.cancel);
  const start = (event: FormEvent): void => {
    event.preventDefault();
    if (run === null) void simulate();
  };
  return (
    <form className={classes.bar} onSubmit={start} aria-label={t('app.run.title')}>
      <Choice />
      <RunNews />
      {run === null ? (
        <Button type="submit" leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}>
          {t('app.run.simulate')}
        </Button>
      ) : (
        <Button
          variant="default"
          disabled={run.cancelling}
          leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
          onClick={() => void cancel()}
        >
          {t('app.run.cancel')}
        </Button>
      )}
    </form>
  );
}

function Choice() {
  const { t } = useText();
  const choice = useSession((session) => session.choice);
  const setChoice = useSession((session) => session.setChoice);
  const label = useId();
  return (
    <div className={classes.choice}>
      <div>
        <div>
          <Input.Label labelElement="div" id={label}>
            {t('app.run.until')}
          </Input.Label>
        </div>
        <SegmentedControl
          aria-labelledby={label}
          value={choice.mode}
          onChange={(value) =>
            setChoice({ ...choice, mode: value === 'precision' ? 'precision' : 'replications' })
          }
          data={[
            { value: 'replications', label: t('app.run.mode.replications') },
            { value: 'precision', label: t('app.run.mode.precision') },
          ]}
        />
      </div>
      {choice.mode === 'replications' ? (
        <NumberField
          key="replications"
          label={t('app.run.replications')}
          value={choice.replications}
          onChange={(replications) => setChoice({ ...choice, replications })}
          low={1}
          high={100_000}
          whole
        />
      ) : (
        <NumberField
          key="precision"
          label={t('app.run.halfWidth')}
          value={choice.precisionFraction}
          onChange={(precisionFraction) => setChoice({ ...choice, precisionFraction })}
          low={0.001}
          high={0.2}
          percent
        />
      )}
      <NumberField
        label={t('app.run.seed')}
        value={choice.seed}
        onChange={(seed) => setChoice({ ...choice, seed })}
        low={0}
        high={4_294_967_295}
        whole
      />
    </div>
  );
}

/** What the run does now or what the last one gave; its place is kept so that nothing jumps. */
function RunNews() {
  const { t, format } = useText();
  const run = useSession((session) => session.run);
  const finished = useSession((session) => session.finished);
  const stale = useSession(isStale);
  const wasCancelled = useSession((session) => session.wasCancelled);

  if (run !== null) {
    return (
      <div className={classes.news}>
        <Text size="sm" role="status">
          {run.cancelling ? (
            t('app.run.cancelling')
          ) : (
            <Sentence
              of="app.run.progress"
              params={{ done: run.replicationsDone, asked: run.replicationsAsked }}
            />
          )}
        </Text>
        <Progress value={run.doneFraction * 100} size="sm" aria-label={t('app.run.title')} />
      </div>
    );
  }
  const { result } = finished ?? {};
  return (
    <div className={classes.news} role="status">
      {wasCancelled && <Text size="sm">{t('app.run.cancelled')}</Text>}
      {result !== undefined && (
        <Text size="sm" c="dimmed">
          {[
            t('report.fact.replications', { count: result.replications }),
            t('report.fact.seed', { seed: format.number(result.seed, { grouped: false }) }),
            t('report.fact.contacts', { count: result.simulatedContacts }),
          ].join(' · ')}
        </Text>
      )}
      {stale && (
        <span className={classes.stale}>
          <IconRefreshAlert size={16} aria-hidden />
          {t('app.run.stale')}
        </span>
      )}
    </div>
  );
}
