import { Text, Title } from '@mantine/core';
import { useGroupName } from '../parts/people/GroupName.tsx';
import { NobodyYet } from '../parts/people/NobodyYet.tsx';
import { useChosenGroup } from '../parts/people/useChosenGroup.ts';
import { CoverageLine } from '../parts/staffing/CoverageLine.tsx';
import { CoveragePanel } from '../parts/staffing/CoveragePanel.tsx';
import { ShrinkagePanel } from '../parts/staffing/ShrinkagePanel.tsx';
import classes from '../parts/staffing/Staffing.module.css';
import { StaffingEditor } from '../parts/staffing/StaffingEditor.tsx';
import { StaffTable } from '../parts/staffing/StaffTable.tsx';
import type { OpenPlan } from '../state/session.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';

/** How many people each team has on duty when, and what is left of them for contacts. */
export function StaffingScreen({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { plan } = open;
  const nameOf = useGroupName(plan);
  const { of, choose } = useChosenGroup(plan);
  return (
    <div className={classes.page}>
      <header>
        <Title order={2} size="h3">
          {t('app.screens.staffing')}
        </Title>
        <Text size="sm" c="dimmed" maw="80ch">
          {t('people.staff.intro')}
        </Text>
      </header>
      {of === undefined ? (
        <NobodyYet />
      ) : (
        <>
          <div className={classes.panel}>
            <StaffTable plan={plan} selected={of.group.id} onSelect={choose} />
          </div>
          <section
            className={classes.panel}
            aria-labelledby="staffing"
            data-part={`teams/${of.team.id}/groups/${of.group.id}`}
          >
            <Title order={3} id="staffing" size="h5">
              <PlanText of={of.team.name} /> · <PlanText of={nameOf(of.group)} />
            </Title>
            <StaffingEditor
              key={of.group.id}
              open={open}
              of={of}
              below={(day) => <CoverageLine team={of.team} day={day} />}
            />
          </section>
          <CoveragePanel key={of.team.id} open={open} team={of.team} />
          <ShrinkagePanel key={`shrinkage/${of.group.id}`} plan={plan} of={of} />
        </>
      )}
    </div>
  );
}
