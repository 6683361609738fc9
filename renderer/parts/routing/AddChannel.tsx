import { Menu } from '@mantine/core';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddMenu } from '../at/AddMenu.tsx';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { addChannel, channelKinds } from './channelEdits.ts';

/** A new channel of one of the ten kinds, with usual values to begin with. */
export function AddChannel() {
  const { t, language } = useText();
  const edit = useSession((session) => session.edit);
  return (
    <AddMenu label={t('routing.channels.add')} list="channels">
      {channelKinds.map((kind) => (
        <Menu.Item
          key={kind}
          leftSection={<ChannelIcon kind={kind} />}
          data-kind-of-channel={kind}
          onClick={() =>
            void edit((now) => addChannel(now, kind, { [language]: t(`routing.kinds.${kind}`) }))
          }
        >
          {t(`routing.kinds.${kind}`)}
        </Menu.Item>
      ))}
    </AddMenu>
  );
}
