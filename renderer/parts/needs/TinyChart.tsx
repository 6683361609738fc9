import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './sketch.module.css';
import { peopleIn, sketchLanes } from './sketchLanes.ts';

/** An organisation as small as a word: a line for each tier, a box for each team with its people. */
export function TinyChart({ plan }: { plan: Plan }) {
  const { format, say } = useText();
  const lanes = sketchLanes(plan).map(({ id, boxes }) => ({
    id,
    teams: boxes.flatMap((box) => plan.teams.find((team) => box.kind === 'team' && team.id === box.id) ?? []),
  }));
  return (
    <span className={classes.tiny} aria-hidden="true">
      {lanes
        .filter(({ teams }) => teams.length > 0)
        .map(({ id, teams }) => (
          <span key={id}>
            {teams.map((team) => (
              <span key={team.id} title={say(team.name)}>
                {format.integer(peopleIn(plan, team))}
              </span>
            ))}
          </span>
        ))}
    </span>
  );
}
