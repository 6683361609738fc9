// Which plans were opened last in this window's place, so that they stand first. Kept on this machine; a memory that is lost
// costs only the order.
const storageKey = 'saff.recent';
const mostKept = 50;

/** Plans with the time when they were opened, in milliseconds. */
export type Recent = Readonly<Record<string, number>>;

export function readRecent(kept: string | null): Recent {
  try {
    const found: unknown = JSON.parse(kept ?? '{}');
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return {};
    return Object.fromEntries(Object.entries(found).filter(([, at]) => typeof at === 'number' && at > 0));
  } catch {
    return {};
  }
}

export const withOpened = (recent: Recent, plan: string, at: number): Recent =>
  Object.fromEntries(
    Object.entries({ ...recent, [plan]: at })
      .sort(([, one], [, other]) => other - one)
      .slice(0, mostKept),
  );

export function recentlyOpened(): Recent {
  try {
    return readRecent(window.localStorage.getItem(storageKey));
  } catch {
    return {};
  }
}

export function noteOpened(plan: string): void {
  try {
    const recent = withOpened(recentlyOpened(), plan, Date.now());
    window.localStorage.setItem(storageKey, JSON.stringify(recent));
  } catch {
    // A full or forbidden storage costs only the order.
  }
}

/** Plans as one looks for them: the one opened or changed last stands first. */
export const byLastUse = <P extends { readonly plan: string; readonly changedAt: string }>(
  plans: readonly P[],
  recent: Recent,
): readonly P[] => {
  const lastUse = ({ plan, changedAt }: P): number => Math.max(recent[plan] ?? 0, Date.parse(changedAt) || 0);
  return [...plans].sort((one, other) => lastUse(other) - lastUse(one));
};
