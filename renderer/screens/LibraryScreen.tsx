import { Button, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo } from 'react';
import { FailureNote } from '../parts/FailureNote.tsx';
import { FileDrop } from '../parts/FileDrop.tsx';
import { LibraryNotes } from '../parts/LibraryNotes.tsx';
import { NeedsStart } from '../parts/NeedsStart.tsx';
import { NewPlanButton } from '../parts/NewPlanButton.tsx';
import { PlanList } from '../parts/PlanList.tsx';
import { RefusedFileNote } from '../parts/RefusedFileNote.tsx';
import { RemovedPlans } from '../parts/RemovedPlans.tsx';
import { SampleCard } from '../parts/SampleCard.tsx';
import { Templates } from '../parts/Templates.tsx';
import { byLastUse, recentlyOpened } from '../state/recent.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './LibraryScreen.module.css';

/** The start: the person's plans, those used last first; sample plans; a file of one's own. */
export function LibraryScreen() {
  const { t } = useText();
  const refused = useSession((session) => session.refused);
  const hasPlans = useSession((session) => (session.plans?.length ?? 0) > 0);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} className={classes.title ?? ''}>
          {t('app.library.heading')}
        </Title>
        <Text c="dimmed" size="md" maw="68ch">
          {t('app.library.lead')}
        </Text>
        <div>
          <NewPlanButton />
        </div>
      </header>
      <div className={classes.notes}>
        {refused !== null && <RefusedFileNote refused={refused} />}
        <LibraryNotes />
      </div>
      <NeedsStart />
      {hasPlans && <OwnPlans />}
      <section aria-labelledby="samples">
        <Title order={2} id="samples" className={classes.sectionTitle ?? ''}>
          {t('app.library.samples')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('app.library.samplesDetail')}
        </Text>
        <Samples />
      </section>
      <Templates />
      <FileDrop />
      <RemovedPlans />
    </div>
  );
}

function OwnPlans() {
  const { t } = useText();
  const plans = useSession((session) => session.plans);
  const query = useSession((session) => session.query);
  const hits = useSession((session) => session.hits);
  const search = useSession((session) => session.search);
  const ordered = useMemo(() => byLastUse(plans ?? [], recentlyOpened()), [plans]);
  const shown = hits === null ? ordered : hits.map(({ plan }) => plan);
  return (
    <section aria-labelledby="own-plans">
      <div className={classes.sectionHead}>
        <Title order={2} id="own-plans" className={classes.sectionTitle ?? ''}>
          {t('app.library.mine')}
        </Title>
        <TextInput
          aria-label={t('app.library.search')}
          placeholder={t('app.library.search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          value={query}
          dir="auto"
          className={classes.search ?? ''}
          onChange={(event) => void search(event.currentTarget.value)}
        />
      </div>
      {shown.length > 0 ? (
        <PlanList plans={shown} hits={hits ?? []} label={t('app.library.mine')} />
      ) : (
        <Text c="dimmed" size="sm" role="status">
          {t('app.library.nothing')}
        </Text>
      )}
    </section>
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
