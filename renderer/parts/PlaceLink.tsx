import { Anchor } from '@mantine/core';
import type { Path } from '../../core/plan/planFault.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { screenOfPlace } from '../state/screenOfPlace.ts';

interface PlaceLinkProps {
  readonly path: Path;
  /** The place in the plan's words. */
  readonly words: string;
  readonly size?: 'xs' | 'sm';
}

/** The way to the field of the open plan where a place is edited; bare words where no screen edits it. */
export function PlaceLink({ path, words, size = 'sm' }: PlaceLinkProps) {
  const goTo = useSession((session) => session.goTo);
  const isEdited = useSession(({ open }) => open !== null && open.kept !== null);
  const screen = isEdited ? screenOfPlace(path) : undefined;
  if (screen === undefined) return <bdi>{words}</bdi>;
  return (
    <Anchor component="button" type="button" size={size} ta="start" onClick={() => goTo(screen, path)}>
      <bdi>{words}</bdi>
    </Anchor>
  );
}
