// Which backups may go. The newest is the one with the highest number, whatever its date: clocks jump.

export interface DatedBackup {
  readonly number: number;
  /** YYYY-MM-DD in universal time. */
  readonly day: string;
}

const ofToday = 3;
const most = 10;

/** Kept are the newest three of today and the newest of each other day, ten in all, and always the newest. */
export function toPrune<B extends DatedBackup>(backups: readonly B[], today: string): readonly B[] {
  const newestFirst = [...backups].sort((one, other) => other.number - one.number);
  const perDay = new Map<string, number>();
  const kept = newestFirst.filter(({ day }, index) => {
    const count = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, count);
    return index === 0 || count <= (day === today ? ofToday : 1);
  });
  const staying = new Set(kept.slice(0, most));
  return newestFirst.filter((backup) => !staying.has(backup));
}
