import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Session, SessionStore } from './session.ts';

/** The store itself, for what looks at it outside of a picture. */
export const SessionContext = createContext<SessionStore | null>(null);

export function SessionProvider({ store, children }: { store: SessionStore; children: ReactNode }) {
  return <SessionContext value={store}>{children}</SessionContext>;
}

export function useSession<T>(select: (session: Session) => T): T {
  const store = useContext(SessionContext);
  if (store === null) throw new Error('useSession needs a SessionProvider');
  return useStore(store, select);
}
