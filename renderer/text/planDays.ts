/** The Gregorian day that lies `offset` days after another, both as YYYY-MM-DD. */
export function dayAfter(day: string, offset: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of a period: seven days from the 1st end on the 7th. */
export function lastDay(start: string, days: number): string {
  return dayAfter(start, days - 1);
}
