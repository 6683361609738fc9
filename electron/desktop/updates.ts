// New versions of the program. There is no place yet where they are published, so nothing is ever asked; with a feed the
// system's own updater looks once after the start, fetches quietly, and installs at the next start.
import type { AutoUpdater } from 'electron';

/** Where new versions are published. */
export const updateFeed: string | undefined = undefined;

export interface UpdateParts {
  readonly feed: string | undefined;
  /** Only a packaged program can be replaced. */
  readonly isPackaged: boolean;
  readonly updater: () => Pick<AutoUpdater, 'setFeedURL' | 'checkForUpdates' | 'on'>;
  readonly log: (error: unknown) => void;
}

/** Gives whether updates are looked for. */
export function startUpdates({ feed, isPackaged, updater, log }: UpdateParts): boolean {
  if (feed === undefined || !isPackaged || !isSecure(feed)) return false;
  try {
    const found = updater();
    found.on('error', log);
    found.setFeedURL({ url: feed });
    found.checkForUpdates();
    return true;
  } catch (error) {
    // A system without an updater: the program works all the same.
    log(error);
    return false;
  }
}

const isSecure = (feed: string): boolean => URL.canParse(feed) && new URL(feed).protocol === 'https:';
