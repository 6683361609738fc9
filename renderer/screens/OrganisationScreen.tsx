import { ChannelTable } from '../parts/ChannelTable.tsx';
import { IssueTypeTable } from '../parts/IssueTypeTable.tsx';
import { TierLanes } from '../parts/TierLanes.tsx';
import type { OpenPlan } from '../state/session.ts';
import classes from './ResultsScreen.module.css';

/** The organisation as the plan says it: tiers with their teams, the channels, and what customers come with. */
export function OrganisationScreen({ open: { plan } }: { open: OpenPlan }) {
  return (
    <div className={classes.page}>
      <TierLanes plan={plan} />
      <ChannelTable plan={plan} />
      <IssueTypeTable plan={plan} />
    </div>
  );
}
