import { Button, Loader, Text, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Candidate } from '../../core/measures/advice.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { adviceText } from '../text/adviceText.ts';
import { useText } from '../text/TextProvider.tsx';
import { Disclosure } from './Disclosure.tsx';
import { FailureNote } from './FailureNote.tsx';
import classes from './Templates.module.css';
import { useNewStart } from './useNewPlan.ts';

/** Shapes of organisations to begin with, all figures assumed; made when they are asked for. */
export function Templates() {
  const { t } = useText();
  return (
    <section className={classes.templates}>
      <Disclosure title={t('app.templates.title')} name="templates">
        <Shapes />
      </Disclosure>
    </section>
  );
}

function Shapes() {
  const { t } = useText();
  const templates = useSession((session) => session.templates);
  const failure = useSession((session) => session.templatesFailure);
  const load = useSession((session) => session.loadTemplates);
  const { settings, start } = useNewStart();
  const name = t('app.library.newPlanName');
  useEffect(() => void load(name, settings, start), [load, name, settings, start]);
  if (failure !== null)
    return (
      <FailureNote failure={failure}>
        <Button variant="default" size="xs" onClick={() => void load(name, settings, start)}>
          {t('app.failure.again')}
        </Button>
      </FailureNote>
    );
  return (
    <>
      <Text size="sm" c="dimmed" maw="72ch">
        {t('app.templates.detail')}
      </Text>
      {templates === null ? (
        <div aria-busy="true">
          <Loader size="sm" />
        </div>
      ) : (
        <ul className={classes.shapes}>
          {templates.map((candidate) => (
            <li key={candidate.id}>
              <Shape candidate={candidate} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Shape({ candidate }: { candidate: Candidate }) {
  const texts = useText();
  const makePlan = useSession((session) => session.makePlan);
  return (
    <UnstyledButton
      className={classes.shape ?? ''}
      data-template={candidate.id}
      onClick={() => void makePlan(candidate.text)}
    >
      <span>
        <Text component="span" fw={600} size="sm">
          {texts.t.dynamic('advice.word.candidate', candidate.id)}
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {adviceText(texts, candidate.summary)}
        </Text>
      </span>
      <IconArrowRight size={18} className="mirrored" aria-hidden />
    </UnstyledButton>
  );
}
