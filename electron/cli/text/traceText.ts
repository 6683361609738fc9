// A trace in a terminal: who waits and who works at the start, then one line an event.
import type { PlaybackTrace, TraceEvent } from '../../../core/measures/trace.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Speech } from '../speech.ts';
import type { Terminal } from './terminal.ts';
import { writeTable } from './writeTable.ts';

const secondsPerDay = 86_400;

export function writeTrace(trace: PlaybackTrace, plan: Plan, speech: Speech, terminal: Terminal): void {
  const { t, format, name } = speech;
  const names = namesOf(trace, plan, name);
  terminal.paragraph(t('cli.trace.title', { plan: name(plan.name), number: trace.replication }), {
    style: 'bold',
  });
  terminal.paragraph(
    t('cli.trace.window', { from: instant(trace.fromSeconds, speech), to: instant(trace.toSeconds, speech) }),
    { style: 'dim' },
  );
  terminal.line();
  const rows = trace.teams.map((_, team) => {
    const groups = trace.groups.flatMap((group, g) => (group.team === team ? [g] : []));
    const onDuty = groups.reduce((sum, g) => sum + (trace.start.onDuty[g] ?? 0), 0);
    const busy = trace.start.busy.filter(({ group }) => groups.includes(group)).length;
    const counts = [trace.start.waiting[team] ?? 0, onDuty, busy];
    return [names.team(team), ...counts.map((count) => format.integer(count))];
  });
  const columns = [
    { header: t('report.column.teams'), align: 'start' as const },
    ...(['waiting', 'onDuty', 'busy'] as const).map((column) => ({
      header: t(`cli.trace.column.${column}`),
      align: 'end' as const,
    })),
  ];
  writeTable(columns, rows, terminal);
  terminal.paragraph(t('cli.trace.inFlight', { count: trace.start.inFlight.length }));
  terminal.line();
  if (trace.events.length === 0) terminal.paragraph(t('cli.trace.nothing'));
  for (const event of trace.events) {
    const said = sentence(event, speech, names);
    terminal.paragraph(t('cli.trace.line', { time: instant(event[1], speech), said }));
  }
}

interface Names {
  readonly team: (team: number) => string;
  readonly group: (group: number) => string;
  readonly contact: (contact: number) => string;
}

function namesOf(trace: PlaybackTrace, plan: Plan, name: (text: Text) => string): Names {
  const part = (
    list: readonly { readonly id: string; readonly name?: Text | undefined }[],
    id: string,
  ): string => name(list.find((candidate) => candidate.id === id)?.name ?? id);
  const groups = plan.teams.flatMap((team) => team.groups);
  return {
    team: (team) => part(plan.teams, trace.teams[team] ?? ''),
    group: (group) => part(groups, trace.groups[group]?.id ?? ''),
    contact: (contact) => {
      const { demand = '', ordinal = 0, generation = 0 } = trace.contacts[contact] ?? {};
      // As it is typed in the plan; a return has its number behind it.
      return name(`${demand}#${ordinal}${generation > 0 ? `/${generation}` : ''}`);
    },
  };
}

function sentence(event: TraceEvent, { t, format }: Speech, names: Names): string {
  switch (event[0]) {
    case 'queue':
      return t('cli.trace.event.queue', { team: names.team(event[2]), number: event[3] });
    case 'duty':
      return t('cli.trace.event.duty', { group: names.group(event[2]), number: event[3] });
    case 'begin':
    case 'end': {
      const agent = format.integer(event[3] + 1);
      return t(`cli.trace.event.${event[0]}`, { group: names.group(event[2]), agent });
    }
    case 'gone':
      return t('cli.trace.event.gone', { contact: names.contact(event[2]) });
    case 'step': {
      const step = t.has('playback.step', event[3]) ? t.dynamic('playback.step', event[3]) : event[3];
      return t('cli.trace.event.step', { contact: names.contact(event[2]), step });
    }
  }
}

/** Day of the horizon and time of day, to the second: elapsed time, which clocks that are moved do not disturb. */
function instant(seconds: number, { t, format }: Speech): string {
  const day = Math.floor(seconds / secondsPerDay);
  const rest = seconds - day * secondsPerDay;
  const minutes = Math.floor(rest / 60);
  const second = Math.floor(rest - minutes * 60);
  const two = (number: number): string =>
    `${number < 10 ? format.number(0, { grouped: false }) : ''}${format.number(number, { grouped: false })}`;
  const time = [Math.floor(minutes / 60), minutes % 60, second].map(two).join(':');
  return t('cli.trace.instant', { day: day + 1, time });
}
