// The screens of a plan in the order in which a new plan walks through them. To add one, add a line here and its title as
// `app.screens.<id>`; a screen is shown once it works.
import {
  type Icon,
  IconBolt,
  IconBuildingCommunity,
  IconCalendarTime,
  IconChartArrows,
  IconChartHistogram,
  IconChecklist,
  IconFileText,
  IconGitBranch,
  IconHeartHandshake,
  IconInbox,
  IconListCheck,
  IconMessageQuestion,
  IconMessages,
  IconPlayerPlay,
  IconReportAnalytics,
  IconRoute,
  IconSitemap,
  IconTargetArrow,
  IconUsersGroup,
  IconVersions,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OpenPlan } from '../state/session.ts';

export const screenGroups = ['design', 'load', 'promise', 'staff', 'test', 'deliver', 'learn'] as const;
export type ScreenGroup = (typeof screenGroups)[number];

interface PlanScreenEntry {
  readonly id: string;
  readonly group: ScreenGroup;
  readonly Icon: Icon;
  readonly load: () => Promise<ComponentType<{ open: OpenPlan }>>;
  /** Works only on a plan that is kept in the library, for it edits. */
  readonly edits?: true;
  /** Made of fields alone, which show what was typed until the plan has come back: the screen can wait for the figures. */
  readonly isOfFields?: true;
}

export const planScreens = [
  {
    id: 'needs',
    group: 'design',
    Icon: IconMessageQuestion,
    load: async () => (await import('./NeedsScreen.tsx')).NeedsScreen,
    edits: true,
  },
  {
    id: 'basics',
    group: 'design',
    Icon: IconBuildingCommunity,
    load: async () => (await import('./BasicsScreen.tsx')).BasicsScreen,
    edits: true,
    isOfFields: true,
  },
  {
    id: 'structure',
    group: 'design',
    Icon: IconSitemap,
    load: async () => (await import('./StructureScreen.tsx')).StructureScreen,
  },
  {
    id: 'people',
    group: 'design',
    Icon: IconUsersGroup,
    load: async () => (await import('./PeopleScreen.tsx')).PeopleScreen,
    edits: true,
    isOfFields: true,
  },
  {
    id: 'duties',
    group: 'design',
    Icon: IconChecklist,
    load: async () => (await import('./DutiesScreen.tsx')).DutiesScreen,
    edits: true,
  },
  {
    id: 'routing',
    group: 'design',
    Icon: IconRoute,
    load: async () => (await import('./RoutingScreen.tsx')).RoutingScreen,
    edits: true,
    isOfFields: true,
  },
  {
    id: 'demand',
    group: 'load',
    Icon: IconInbox,
    load: async () => (await import('./DemandScreen.tsx')).DemandScreen,
    edits: true,
  },
  {
    id: 'channels',
    group: 'load',
    Icon: IconMessages,
    load: async () => (await import('./ChannelsScreen.tsx')).ChannelsScreen,
    edits: true,
  },
  {
    id: 'promises',
    group: 'promise',
    Icon: IconListCheck,
    load: async () => (await import('./PromisesScreen.tsx')).PromisesScreen,
    edits: true,
    isOfFields: true,
  },
  {
    id: 'outcomes',
    group: 'promise',
    Icon: IconHeartHandshake,
    load: async () => (await import('./OutcomesScreen.tsx')).OutcomesScreen,
    edits: true,
    isOfFields: true,
  },
  {
    id: 'staffing',
    group: 'staff',
    Icon: IconCalendarTime,
    load: async () => (await import('./StaffingScreen.tsx')).StaffingScreen,
    edits: true,
  },
  {
    id: 'results',
    group: 'test',
    Icon: IconChartHistogram,
    load: async () => (await import('./SimulateScreen.tsx')).SimulateScreen,
  },
  {
    id: 'scenarios',
    group: 'test',
    Icon: IconGitBranch,
    load: async () => (await import('./ScenariosScreen.tsx')).ScenariosScreen,
  },
  {
    id: 'stress',
    group: 'test',
    Icon: IconBolt,
    load: async () => (await import('./StressScreen.tsx')).StressScreen,
  },
  {
    id: 'leastCost',
    group: 'test',
    Icon: IconTargetArrow,
    load: async () => (await import('./LeastCostScreen.tsx')).LeastCostScreen,
  },
  {
    id: 'playback',
    group: 'test',
    Icon: IconPlayerPlay,
    load: async () => (await import('./PlaybackScreen.tsx')).PlaybackScreen,
  },
  {
    id: 'matters',
    group: 'test',
    Icon: IconChartArrows,
    load: async () => (await import('./MattersScreen.tsx')).MattersScreen,
  },
  {
    id: 'pages',
    group: 'deliver',
    Icon: IconFileText,
    load: async () => (await import('./PagesScreen.tsx')).PagesScreen,
  },
  {
    id: 'review',
    group: 'learn',
    Icon: IconReportAnalytics,
    load: async () => (await import('./ReviewScreen.tsx')).ReviewScreen,
    edits: true,
  },
  {
    id: 'versions',
    group: 'learn',
    Icon: IconVersions,
    load: async () => (await import('./VersionsScreen.tsx')).VersionsScreen,
    edits: true,
  },
] as const satisfies readonly PlanScreenEntry[];

export type ScreenId = (typeof planScreens)[number]['id'];

/** The entry of a name; of one that is not known, such as an old bookmark, that of the results. */
export const screenOf = (id: string): PlanScreenEntry =>
  planScreens.find((entry) => entry.id === id) ??
  (planScreens.find((entry) => entry.id === 'results') as PlanScreenEntry);
