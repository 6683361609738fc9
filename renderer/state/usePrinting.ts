import type { Reply } from '../../core/contract/failures.ts';
import { useSession } from './SessionProvider.tsx';
import type { Session } from './session.ts';

type Printable = Pick<Session, 'platform' | 'tell' | 'open'>;

export interface Printing {
  readonly print: () => void;
  /** Null where the print dialog itself offers it. */
  readonly savePdf: (() => void) | null;
}

/** What is shown, on paper or as PDF. */
export function usePrinting(): Printing {
  const platform = useSession((session) => session.platform);
  const tell = useSession((session) => session.tell);
  const open = useSession((session) => session.open);
  const shown = { platform, tell, open };
  return {
    print: () => void printShown(shown),
    savePdf: platform.shell === null ? null : () => void saveShownPdf(shown),
  };
}

export const printShown = ({ platform, tell }: Printable): Promise<void> => told(platform.print(), tell);

export async function saveShownPdf({ platform, tell, open }: Printable): Promise<void> {
  const { shell } = platform;
  if (shell === null) return;
  await told(shell.call('shell.savePdf', { fileName: `${open?.plan.id ?? 'saff'}.pdf` }), tell);
}

async function told(work: Promise<Reply<unknown>>, tell: Printable['tell']): Promise<void> {
  const reply = await work;
  if (!reply.ok) tell(reply.failure);
}
