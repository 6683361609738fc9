import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useMemo } from 'react';
import { buildReport } from '../../core/report/buildReport.ts';
import { Answer } from '../parts/Answer.tsx';
import { Attainment } from '../parts/Attainment.tsx';
import { Costs } from '../parts/Costs.tsx';
import { FailureNote } from '../parts/FailureNote.tsx';
import { Foundations } from '../parts/Foundations.tsx';
import { Goals } from '../parts/Goals.tsx';
import { Note } from '../parts/Note.tsx';
import { OverloadNotes } from '../parts/OverloadNotes.tsx';
import { ReportGrid } from '../parts/ReportGrid.tsx';
import { ResponseTimes } from '../parts/ResponseTimes.tsx';
import { RunBar } from '../parts/RunBar.tsx';
import { BacklogLoad } from '../parts/results/BacklogLoad.tsx';
import { HourMap } from '../parts/results/HourMap.tsx';
import { JourneyPanels } from '../parts/results/JourneyPanels.tsx';
import { QueueLoad } from '../parts/results/QueueLoad.tsx';
import { StaffLoad } from '../parts/StaffLoad.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import { type Finished, isStale, type OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './ResultsScreen.module.css';

/** What the simulation says: the answer first, then the load, the times, the promises by place, and what it rests on. */
export function ResultsScreen({ open }: { open: OpenPlan }) {
  const finished = useSession((session) => session.finished);
  const failure = useSession((session) => session.runFailure);
  return (
    <div className={classes.page}>
      <RunBar />
      {failure !== null && <FailureNote failure={failure} />}
      {finished === null ? <NoResult /> : <Results open={open} finished={finished} />}
    </div>
  );
}

function Results({ open, finished }: { open: OpenPlan; finished: Finished }) {
  const isRunning = useSession((session) => session.run !== null);
  const stale = useSession(isStale);
  const { t } = useText();
  const { plan } = open;
  const { result } = finished;
  const report = useMemo(() => buildReport(plan, result), [plan, result]);
  return (
    <div className={classes.results} data-old={isRunning || stale}>
      {finished.planHash !== open.planHash && (
        <Note tone="risk" icon={IconHistory} role="status" title={t('results.older')} />
      )}
      <Answer report={report} />
      <OverloadNotes report={report} />
      <Goals report={report} />
      <QueueLoad plan={plan} result={result} />
      <ResponseTimes plan={plan} result={result} />
      <ReportGrid
        title={t('report.section.contacts')}
        explanation={t('report.intro.contacts')}
        grid={report.contacts}
      />
      <Attainment report={report} />
      <HourMap plan={plan} result={result} report={report} />
      <JourneyPanels open={open} result={result} />
      <StaffLoad plan={plan} result={result} />
      <BacklogLoad plan={plan} result={result} />
      {report.backlog !== null && (
        <ReportGrid
          title={t('report.section.backlog')}
          explanation={t('report.intro.backlog')}
          grid={report.backlog}
        />
      )}
      <ReportGrid
        title={t('report.section.opinions')}
        explanation={t('report.intro.opinions')}
        grid={report.opinions}
      />
      <Costs report={report} />
      <Foundations report={report} result={result} />
    </div>
  );
}

/** While the first figures come in their places are kept; without a run there is a word on how to get them. */
function NoResult() {
  const { t } = useText();
  const isRunning = useSession((session) => session.run !== null);
  if (!isRunning) {
    return (
      <Text c="dimmed" ta="center" py="xl">
        {t('app.run.none')}
      </Text>
    );
  }
  return (
    <div className={classes.results} aria-busy="true">
      <div className={classes.place} />
      <div className={classes.place} />
    </div>
  );
}
