// The figures of the IT service desk that the sample plan uses: priorities, groups, reassignments, reopenings,
// resolution times, SLA kept. What the log does not contain is named, not invented.

import { ok, type Result } from '../../../core/units/result.ts';
import { dayNumber, type Weekday, weekdayOf } from './calendarDay.ts';
import { type DeskGroups, deskGroups } from './deskGroups.ts';
import { type DeskIncident, type DeskPriority, deskPriorities, readDeskIncidents } from './deskRecords.ts';
import { differences, type Origin, type RawFile } from './origin.ts';
import { mean, quantile, rounded, roundedShares, sum } from './statistics.ts';

const method = [
  'An incident is all events with one number. Priority, SLA kept, reassignments and reopenings are those of its last event in the file.',
  'Groups: events without a known group are passed over; immediate repetitions count once. The first known group is where it entered, the last one is taken as the group that resolved it.',
  'Groups that touched less than leastTouchedShare of the incidents are pooled as "others"; moves between two pooled groups stay moves from "others" to "others".',
  'firstMoves: from the first group to the second, for incidents that had more than one; the largest flows are listed, the rest is furtherFlows.',
  'Reassignments are the counter of the log, which also counts changes that the listed events do not show; movesInAll counts the visible ones.',
  'Resolution time is resolved_at minus opened_at in hours of the calendar (nights and weekends included), local clock without zone; incidents without resolved_at are left out. The 90 % figure and the median are linear between neighbours.',
  'Arrivals are the incidents opened in each hour of the three days. The extract breaks off in the afternoon of the last day, and perhaps other incidents of these days lie outside it: the counts are a lower bound.',
  'All incidents came by phone (contact_type), so the channel mix is not a figure of this file.',
];

const assumedElsewhere = [
  'the profile of a whole week (only Monday to Wednesday was observed, the last day not to its end)',
  'the yearly volume and its seasons',
  'handling times: the log knows how long incidents were open, not how long anyone worked on them',
  'the channel mix: every incident of the extract came by phone',
  'patience: nobody gives up in this log',
  'business hours, shifts and numbers of agents',
  'the SLA targets themselves: the log says kept or not, without the time allowed',
  'what each group does: the names are anonymous numbers',
];

export interface ResolutionHours {
  readonly incidents: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

export interface DeskFigures {
  readonly source: Origin;
  readonly method: readonly string[];
  readonly assumedElsewhere: readonly string[];
  readonly incidents: number;
  readonly events: number;
  readonly arrivals: readonly {
    readonly date: string;
    readonly weekday: Weekday;
    readonly incidents: number;
    readonly firstOpened: string;
    readonly lastOpened: string;
    /** Incidents opened from 00:00, from 01:00, ... from 23:00. */
    readonly perHour: readonly number[];
  }[];
  readonly priorities: readonly {
    readonly priority: DeskPriority;
    readonly incidents: number;
    readonly share: number;
    readonly slaKept: number;
    /** Null when there was no incident of this priority. */
    readonly slaKeptShare: number | null;
    readonly resolutionHours: ResolutionHours | null;
  }[];
  readonly slaKept: number;
  readonly slaKeptShare: number;
  readonly resolutionHours: ResolutionHours | null;
  readonly reassignments: {
    readonly incidentsReassigned: number;
    readonly reassignedShare: number;
    readonly mean: number;
    readonly most: number;
  };
  readonly reopenings: { readonly incidentsReopened: number; readonly reopenedShare: number };
  readonly groups: DeskGroups;
}

/** Derives the figures from the log's text; fails with a sentence for everything that is not as it should be. */
export function deriveDesk(text: string, file: RawFile): Result<DeskFigures, readonly string[]> {
  const read = readDeskIncidents(text);
  if (!read.ok) return read;
  const incidents = read.value;
  const share = (count: number) => rounded(count / incidents.length, 6);
  const reassignments = incidents.map((incident) => incident.reassignments);
  const reassigned = reassignments.filter((count) => count > 0).length;
  const reopened = incidents.filter(({ reopenings }) => reopenings > 0).length;
  return ok({
    source: {
      dataset: 'Incident management process enriched event log, first part',
      origin:
        'UCI Machine Learning Repository (Amaral, Fantinato, Peres): audit log of an IT service desk on ServiceNow, anonymised by its donors; the first part of the log',
      licence:
        'the copy used states none; the UCI Machine Learning Repository gives its data sets under Creative Commons Attribution 4.0',
      file: file.name,
      sha256: file.sha256,
      madeBy: 'node electron/files/derive/main.ts desk <file>',
    },
    method,
    assumedElsewhere,
    incidents: incidents.length,
    events: sum(incidents.map(({ events }) => events)),
    arrivals: arrivals(incidents),
    priorities: priorities(incidents),
    slaKept: kept(incidents),
    slaKeptShare: share(kept(incidents)),
    resolutionHours: resolutionHours(incidents),
    reassignments: {
      incidentsReassigned: reassigned,
      reassignedShare: share(reassigned),
      mean: rounded(mean(reassignments), 5),
      most: Math.max(...reassignments),
    },
    reopenings: { incidentsReopened: reopened, reopenedShare: share(reopened) },
    groups: deskGroups(incidents),
  });
}

/** What the description of the original file announces, held against the figures; empty when all agree. */
export function deskDifferences(figures: DeskFigures): string[] {
  const described: Readonly<Record<DeskPriority, number>> = {
    critical: 15,
    high: 33,
    moderate: 757,
    low: 85,
  };
  return differences([
    { figure: 'incidents', found: figures.incidents, expected: 890 },
    { figure: 'events', found: figures.events, expected: 5998 },
    ...figures.priorities.map(({ priority, incidents }) => ({
      figure: `incidents of priority ${priority}`,
      found: incidents,
      expected: described[priority],
    })),
    { figure: 'incidents with the SLA kept', found: figures.slaKept, expected: 495 },
    { figure: 'incidents reopened', found: figures.reopenings.incidentsReopened, expected: 10 },
    { figure: 'mean reassignments', found: figures.reassignments.mean, expected: 0.98539 },
    {
      figure: 'median resolution time in hours',
      found: figures.resolutionHours?.median ?? Number.NaN,
      expected: 54.467,
    },
  ]);
}

function kept(incidents: readonly DeskIncident[]): number {
  return incidents.filter(({ slaKept }) => slaKept).length;
}

function arrivals(incidents: readonly DeskIncident[]): DeskFigures['arrivals'] {
  const dates = [...new Set(incidents.map(({ opened }) => opened.date))].toSorted();
  return dates.map((date) => {
    const clocks = incidents.map(({ opened }) => opened).filter((opened) => opened.date === date);
    const sorted = clocks.map(({ clock }) => clock).toSorted();
    const perHour = Array.from({ length: 24 }, (_, hour) => {
      return sorted.filter((clock) => Number(clock.slice(0, 2)) === hour).length;
    });
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
    return {
      date,
      weekday: weekdayOf(dayNumber(year, month, day) ?? Number.NaN),
      incidents: sorted.length,
      firstOpened: sorted[0] ?? '',
      lastOpened: sorted.at(-1) ?? '',
      perHour,
    };
  });
}

function priorities(incidents: readonly DeskIncident[]): DeskFigures['priorities'] {
  const parts = deskPriorities.map((priority) => incidents.filter((one) => one.priority === priority));
  const shares = roundedShares(parts.map((own) => own.length));
  return deskPriorities.map((priority, index) => {
    const own = parts[index] ?? [];
    return {
      priority,
      incidents: own.length,
      share: shares[index] ?? 0,
      slaKept: kept(own),
      slaKeptShare: own.length === 0 ? null : rounded(kept(own) / own.length, 6),
      resolutionHours: resolutionHours(own),
    };
  });
}

function resolutionHours(incidents: readonly DeskIncident[]): ResolutionHours | null {
  const hours = incidents.flatMap(({ opened, resolved }) =>
    resolved === undefined ? [] : [(resolved.minutes - opened.minutes) / 60],
  );
  if (hours.length === 0) return null;
  return {
    incidents: hours.length,
    mean: rounded(mean(hours), 3),
    median: rounded(quantile(hours, 0.5), 3),
    p90: rounded(quantile(hours, 0.9), 3),
  };
}
