import type { Team } from '../../../core/plan/schema/team.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import type { Option } from '../at/partsOf.ts';

interface ServedListProps {
  readonly team: Team;
  readonly list: 'channels' | 'issueTypes' | 'languages';
  readonly options: readonly Option[];
}

/** What a team takes of one sort; none chosen: all of it. */
export function ServedList({ team, list, options }: ServedListProps) {
  const { t } = useText();
  return (
    <ManyAt
      at={['teams', team.id, 'serves', list]}
      label={t(`app.at.filter.${list}.label`)}
      none={t(`app.at.filter.${list}.all`)}
      value={team.serves[list]}
      options={options}
      width="100%"
    />
  );
}
