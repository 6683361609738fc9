import { IconBuildingWarehouse, IconTag } from '@tabler/icons-react';
import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { Channel } from '../../../core/plan/schema/channel.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { type Act, BoxMenu } from './BoxMenu.tsx';
import { neighbour } from './neighbour.ts';
import classes from './Structure.module.css';

interface SmallBoxProps {
  readonly kind: 'channel' | 'issueType' | 'department';
  readonly part: { readonly id: string; readonly name: Text; readonly kind?: Channel['kind'] };
  readonly isChosen: boolean;
  readonly hasFault: boolean;
  readonly canEdit: boolean;
  readonly onChoose: () => void;
  readonly acts?: () => readonly Act[];
}

/** A channel, an issue type or another department on the board. */
export const SmallBox = memo(function SmallBox(props: SmallBoxProps) {
  const { kind, part, isChosen, hasFault, canEdit, onChoose, acts } = props;
  const { t, say } = useText();
  const name = say(part.name) || part.id;
  return (
    <article
      className={classes.small}
      aria-label={name}
      data-kind={kind}
      data-chosen={isChosen || undefined}
      data-fault={hasFault || undefined}
    >
      <span className={classes.smallIcon}>{iconOf(kind, part.kind)}</span>
      <button
        type="button"
        className={classes.boxName}
        data-card={`${kind}:${part.id}`}
        aria-pressed={isChosen}
        onClick={onChoose}
        onKeyDown={(event: KeyboardEvent) => {
          if (!event.key.startsWith('Arrow')) return;
          event.preventDefault();
          neighbour(event.currentTarget, event.key)?.focus();
        }}
      >
        <PlanText of={part.name} />
      </button>
      {acts !== undefined && (
        <BoxMenu
          label={t('structure.menu.of', { part: name })}
          of={`${kind}:${part.id}`}
          acts={acts}
          disabled={!canEdit}
        />
      )}
    </article>
  );
});

function iconOf(kind: SmallBoxProps['kind'], channel: Channel['kind'] | undefined): ReactNode {
  if (kind === 'channel' && channel !== undefined) return <ChannelIcon kind={channel} />;
  const Icon = kind === 'issueType' ? IconTag : IconBuildingWarehouse;
  return <Icon size={16} stroke={1.75} aria-hidden />;
}
