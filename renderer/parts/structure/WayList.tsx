import { ActionIcon, Title, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import type { Arrow } from './arrows.ts';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';
import { useWayText } from './useWayText.ts';
import { canRemove } from './wayEdits.ts';

interface WayListProps {
  readonly plan: Plan;
  readonly arrows: readonly Arrow[];
  readonly acts: Acts;
}

/** The arrows of a box as a list: for the keyboard, and for who does not see them. */
export function WayList({ plan, arrows, acts }: WayListProps) {
  const { t } = useText();
  const wayText = useWayText(plan);
  const canEdit = useCanEdit();
  if (arrows.length === 0) return null;
  return (
    <section aria-labelledby="ways">
      <Title order={4} size="h6" id="ways" mb={4}>
        {t('structure.ways')}
      </Title>
      <ul className={classes.plainList}>
        {arrows.map(({ id, way, perDay }) => (
          <li key={id} className={classes.wayLine}>
            <button
              type="button"
              className={classes.wayName}
              data-way={id}
              onClick={() => acts.choose({ kind: 'way', of: way.kind, from: way.from, to: way.to })}
            >
              {wayText(way, perDay)}
            </button>
            {canRemove(way) && (
              <Tooltip label={t('structure.menu.endArrow')} withinPortal={false}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={!canEdit}
                  aria-label={`${t('structure.menu.endArrow')}: ${wayText(way, null)}`}
                  data-end={id}
                  onClick={() => acts.removeWay(way)}
                >
                  <IconTrash size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
