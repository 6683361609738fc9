// What a process did to the files of a library, read from a trace, and the disks that a power cut could have left: what
// was synced is there, of the rest nothing, some, or some sectors.
import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Editing, type EditingOptions, startEditing } from './startEditing.ts';
import { temporaryFolder } from './testLibrary.ts';

export type Event =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly at: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'unlink'; readonly file: string }
  | { readonly kind: 'saved'; readonly note: string };

const files = ['library.db', 'library.db-wal'];

/** Runs the session under the tracer and gives what it did, in order. */
export async function tracedSession(
  folder: string,
  options: EditingOptions,
): Promise<{ readonly events: readonly Event[]; readonly editing: Editing }> {
  const place = temporaryFolder();
  const log = join(place, 'trace');
  const under = ['strace', '-f', '-qq', '-y', '-xx', '-s', '200000', '-o', log];
  const editing = startEditing(folder, {
    ...options,
    under: [...under, '-e', 'trace=write,pwrite64,fsync,fdatasync,ftruncate,unlink'],
  });
  await editing.exited;
  const events = eventsOf(readFileSync(log, 'latin1'));
  rmSync(place, { recursive: true });
  return { events, editing };
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');

export function eventsOf(trace: string): readonly Event[] {
  const unfinished = new Map<string, string>();
  return trace.split('\n').flatMap((line): Event[] => {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      return [];
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const call = resumed === null ? rest : `${unfinished.get(thread) ?? ''}${resumed[1]}`;
    return eventOf(call);
  });
}

function eventOf(call: string): Event[] {
  const [, name = '', path = '', args = ''] = /^(\w+)\((?:\d+)?<?([^>,]*)>?(.*)$/.exec(call) ?? [];
  const [, hex = '', , at = '0'] = /"((?:\\x[0-9a-f]{2})*)"(?:\.\.\.)?, (\d+)(?:, (\d+))?\)/.exec(args) ?? [];
  if (name === 'write') {
    const text = bytesOf(hex).toString('utf8');
    return [...text.matchAll(/^saved (.*)$/gm)].map(([, note = '']) => ({ kind: 'saved', note }));
  }
  const written = /\\x/.test(path) ? bytesOf(path.replaceAll('"', '')).toString('utf8') : path;
  const file = basename(written);
  if (!files.includes(file)) return [];
  if (name === 'pwrite64') return [{ kind: 'write', file, at: Number(at), data: bytesOf(hex) }];
  if (name === 'ftruncate') return [{ kind: 'truncate', file, at: Number(/(\d+)\)/.exec(args)?.[1] ?? 0) }];
  if (name === 'unlink') return [{ kind: 'unlink', file }];
  return name === 'fsync' || name === 'fdatasync' ? [{ kind: 'sync', file }] : [];
}

export type Loss = 'everything' | 'some' | 'sectors';
const sectorBytes = 512;

/** The files after a cut behind so many events; `chance` decides what of the unsynced survived. */
export function diskAfter(
  before: ReadonlyMap<string, Buffer>,
  events: readonly Event[],
  count: number,
  loss: Loss,
  chance: () => number,
): ReadonlyMap<string, Buffer | undefined> {
  const disk = new Map<string, Buffer | undefined>(before);
  for (const file of files) {
    const own = events.slice(0, count).filter((event) => event.kind !== 'saved' && event.file === file);
    const lastSync = own.findLastIndex((event) => event.kind === 'sync');
    for (const [index, event] of own.entries()) {
      const isSafe = index <= lastSync;
      if (!isSafe && (loss === 'everything' || (loss === 'some' && chance() < 0.5))) continue;
      disk.set(
        file,
        changed(disk.get(file), event, isSafe || loss === 'some' ? () => true : () => chance() < 0.5),
      );
    }
  }
  return disk;
}

function changed(before: Buffer | undefined, event: Event, survives: () => boolean): Buffer | undefined {
  const content = before ?? Buffer.alloc(0);
  if (event.kind === 'unlink') return survives() ? undefined : before;
  if (event.kind === 'truncate') {
    if (!survives()) return content;
    return Buffer.concat([content, Buffer.alloc(Math.max(0, event.at - content.length))]).subarray(
      0,
      event.at,
    );
  }
  if (event.kind !== 'write') return content;
  const end = event.at + event.data.length;
  const after = Buffer.concat([content, Buffer.alloc(Math.max(0, end - content.length))]);
  for (let from = event.at; from < end; ) {
    const to = Math.min(end, (Math.floor(from / sectorBytes) + 1) * sectorBytes);
    if (survives()) event.data.copy(after, from, from - event.at, to - event.at);
    from = to;
  }
  return after;
}
