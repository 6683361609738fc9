import { Button, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { FailureNote } from '../parts/FailureNote.tsx';
import { FileDrop } from '../parts/FileDrop.tsx';
import { RefusedFileNote } from '../parts/RefusedFileNote.tsx';
import { SampleCard } from '../parts/SampleCard.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './LibraryScreen.module.css';

/** The start: sample plans, and a file of one's own. */
export function LibraryScreen() {
  const { t } = useText();
  const refused = useSession((session) => session.refused);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} className={classes.title ?? ''}>
          {t('app.library.heading')}
        </Title>
        <Text c="dimmed" size="md" maw="68ch">
          {t('app.library.lead')}
        </Text>
      </header>
      {refused !== null && <RefusedFileNote refused={refused} />}
      <section aria-labelledby="samples">
        <Title order={2} id="samples" className={classes.sectionTitle ?? ''}>
          {t('app.library.samples')}
        </Title>
        <Samples />
      </section>
      <section aria-labelledby="own-plan">
        <Title order={2} id="own-plan" className={classes.sectionTitle ?? ''}>
          {t('app.library.own')}
        </Title>
        <FileDrop />
      </section>
    </div>
  );
}

function Samples() {
  const { t } = useText();
  const samples = useSession((session) => session.samples);
  const failure = useSession((session) => session.samplesFailure);
  const loadSamples = useSession((session) => session.loadSamples);

  useEffect(() => {
    void loadSamples();
  }, [loadSamples]);

  if (failure !== null) {
    return (
      <FailureNote failure={failure}>
        <Button variant="default" size="xs" onClick={() => void loadSamples()}>
          {t('app.failure.again')}
        </Button>
      </FailureNote>
    );
  }
  if (samples === null) {
    return (
      <div className={classes.cards} aria-busy="true">
        {[0, 1, 2, 3].map((place) => (
          <div key={place} className={classes.place} />
        ))}
      </div>
    );
  }
  return (
    <ul className={classes.cards}>
      {samples.map((sample) => (
        <li key={sample.id}>
          <SampleCard sample={sample} />
        </li>
      ))}
    </ul>
  );
}
