import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { addChannel, channelKinds } from './channelEdits.ts';

/** A new channel of one of the ten kinds, with usual values to begin with. */
export function AddChannel({ plan }: { plan: Plan }) {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  return (
    <Menu withinPortal={false} position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
          disabled={!canEdit}
          data-add="channels"
        >
          {t('routing.channels.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {channelKinds.map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={<ChannelIcon kind={kind} />}
            data-kind-of-channel={kind}
            onClick={() => void edit(addChannel(plan, kind, { [language]: t(`routing.kinds.${kind}`) }))}
          >
            {t(`routing.kinds.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
