import { ActionIcon, Loader, SegmentedControl, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { Explanation } from '../../core/measures/explanation.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { AskedNumber, Explaining } from '../state/explainSlice.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { estimateText } from '../text/estimateText.ts';
import { basisText, numberName, subjectText } from '../text/explanationTexts.ts';
import { intervalName } from '../text/intervalName.ts';
import { useText } from '../text/TextProvider.tsx';
import { Disclosure } from './Disclosure.tsx';
import classes from './Explanation.module.css';
import { ExplanationSteps, Inputs } from './ExplanationSteps.tsx';
import { FailureNote } from './FailureNote.tsx';
import { VerdictMark } from './VerdictMark.tsx';

/** How a number of the screen came about, beside it; other numbers can be asked while it is there. */
export function ExplanationPanel({ plan }: { plan: Plan }) {
  const explaining = useSession((session) => session.explaining);
  return explaining === null ? null : <Opened explaining={explaining} plan={plan} />;
}

function Opened({ explaining, plan }: { explaining: Explaining; plan: Plan }) {
  const texts = useText();
  const { t } = texts;
  const close = useSession((session) => session.closeExplanation);
  const explain = useSession((session) => session.explain);
  const panel = useRef<HTMLElement>(null);
  const title = useId();
  const { asked, explanation, failure } = explaining;
  useFocusInside(panel, asked);
  return (
    <section
      ref={panel}
      className={classes.panel}
      role="dialog"
      aria-labelledby={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header className={classes.head}>
        <Title order={2} id={title} size="h4">
          {numberName(texts, asked.measure)}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('explain.close')} onClick={close}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      {asked.measure !== 'people' && (
        <SegmentedControl
          size="xs"
          aria-label={t('explain.way')}
          value={asked.by}
          onChange={(by) => void explain({ ...asked, by: by === 'formula' ? 'formula' : 'simulation' })}
          data={[
            { value: 'simulation', label: t('explain.by.simulation') },
            { value: 'formula', label: t('explain.by.formula') },
          ]}
        />
      )}
      <div className={classes.body} aria-live="polite" aria-busy={explanation === null && failure === null}>
        {failure !== null && <FailureNote failure={failure} />}
        {explanation === null && failure === null && (
          <p className={classes.working}>
            <Loader size="xs" /> {t('explain.working')}
          </p>
        )}
        {explanation !== null && <Told explanation={explanation} plan={plan} />}
      </div>
    </section>
  );
}

function Told({ explanation, plan }: { explanation: Explanation; plan: Plan }) {
  const texts = useText();
  const { t, format } = texts;
  const { value, basis, unit, run, interval, closeUp, axis, grounds, verdict } = explanation;
  const halfWidth = basis.kind === 'simulated' ? basis.halfWidth : null;
  return (
    <>
      <Text size="sm" c="dimmed">
        <bdi>{subjectText(texts, explanation, plan)}</bdi>
        {interval !== null && (
          <>
            {' \u00B7 '}
            <bdi>{intervalName(texts, axis, interval)}</bdi>
          </>
        )}
      </Text>
      <p className={classes.result}>
        {value === null ? (
          t('explain.noValue')
        ) : verdict !== null ? (
          <VerdictMark verdict={verdict} />
        ) : unit === 'number' ? (
          format.integer(value)
        ) : (
          estimateText(format, { value, halfWidth }, unit)
        )}
      </p>
      <Text size="sm">{basisText(texts, explanation)}</Text>
      {run !== null && (
        <Text size="sm" c="dimmed">
          {t('explain.run', {
            seed: format.number(run.seed, { grouped: false }),
            engine: run.engineVersion,
            plan: explanation.planHash.slice(0, 12),
            contacts: format.integer(run.simulatedContacts),
          })}{' '}
          {run.controls > 0 && t('explain.controls', { number: run.controls })}
        </Text>
      )}
      {closeUp !== null && interval === null && (
        <Text size="sm" c="dimmed">
          {t('explain.closeUp', {
            moment: format.composite(() => intervalName(texts, axis, closeUp.interval)),
          })}
        </Text>
      )}
      <h3 className={classes.heading}>{t('explain.steps')}</h3>
      <ExplanationSteps explanation={explanation} plan={plan} steps={explanation.steps} />
      {explanation.beside.map(({ about, steps }) => (
        <Disclosure key={about} title={t(`explain.beside.${about}`)}>
          <ExplanationSteps explanation={explanation} plan={plan} steps={steps} />
        </Disclosure>
      ))}
      {grounds.length > 0 && (
        <Disclosure title={t('explain.grounds')}>
          <Inputs values={grounds} explanation={explanation} plan={plan} />
        </Disclosure>
      )}
    </>
  );
}

/** The keyboard goes into the panel when it opens, and back to the number when it closes. */
function useFocusInside(panel: React.RefObject<HTMLElement | null>, asked: AskedNumber): void {
  const opener = useRef<Element | null>(null);
  const { measure, subject, interval } = asked;
  const number = JSON.stringify([measure, subject, interval]);
  useEffect(() => {
    // Another number has been asked about from outside: then that one gets the keyboard back.
    const isOutside = !panel.current?.contains(document.activeElement);
    if (number !== '' && isOutside) opener.current = document.activeElement;
    panel.current?.focus();
  }, [number, panel]);
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    },
    [],
  );
}
