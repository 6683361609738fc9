// The secret of a browser's session: it arrives in the address's fragment, which no request carries, leaves the
// address bar at once, and is kept for this tab only, so that a reload finds it again.
import { exchangeCode, type Post } from './loopbackTransport.ts';

const storageKey = 'saff.secret';
const secretFragment = /^#([\w-]{22,})$/;
const codeFragment = /^#code=([\w-]{22,})$/;

export interface Tab {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** True for a fragment that holds a secret or a code, and so is no place within the page. */
export const holdsSecret = (fragment: string): boolean =>
  secretFragment.test(fragment) || codeFragment.test(fragment);

export async function takeSecret(tab: Tab, post: Post): Promise<string | undefined> {
  const { hash, pathname, search } = tab.location;
  if (holdsSecret(hash)) tab.history.replaceState(tab.history.state, '', pathname + search);
  const code = codeFragment.exec(hash)?.[1];
  const fresh = code === undefined ? secretFragment.exec(hash)?.[1] : await exchangeCode(code, post);
  if (fresh !== undefined) keep(tab, fresh);
  return fresh ?? kept(tab);
}

// A browser may forbid storage; then the secret lasts until the page is left.
function keep(tab: Tab, secret: string): void {
  try {
    tab.sessionStorage.setItem(storageKey, secret);
  } catch {}
}

function kept(tab: Tab): string | undefined {
  try {
    return tab.sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}
