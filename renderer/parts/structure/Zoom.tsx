import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useText } from '../../text/TextProvider.tsx';
import type { BoardSteps } from '../board/Board.tsx';
import classes from './Structure.module.css';

/** Larger, smaller, all of it. */
export function Zoom({ steps }: { steps: BoardSteps }) {
  const { t } = useText();
  const buttons = [
    { id: 'out', label: t('structure.zoom.out'), Icon: IconMinus, run: steps.zoomOut },
    { id: 'in', label: t('structure.zoom.in'), Icon: IconPlus, run: steps.zoomIn },
    { id: 'all', label: t('structure.zoom.all'), Icon: IconArrowsMaximize, run: steps.showAll },
  ] as const;
  return (
    <div className={classes.zoom}>
      {buttons.map(({ id, label, Icon, run }) => (
        <Tooltip key={id} label={label} withinPortal={false}>
          <ActionIcon variant="default" size="lg" aria-label={label} data-zoom={id} onClick={run}>
            <Icon size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
