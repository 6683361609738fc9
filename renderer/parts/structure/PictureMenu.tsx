import { Button, Menu } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { pictureFonts } from '../../theme/pictureFonts.ts';
import { pngOf } from './pngOf.ts';
import { type Picture, svgPicture } from './svgPicture.ts';

interface PictureMenuProps {
  readonly picture: () => Picture;
  readonly onFailure: (said: string) => void;
}

/** Gives what is shown as a picture file. */
export function PictureMenu({ picture, onFailure }: PictureMenuProps) {
  const { t } = useText();
  const platform = useSession((session) => session.platform);
  const tell = useSession((session) => session.tell);
  const give = async (kind: 'svg' | 'png'): Promise<void> => {
    const svg = svgPicture(picture(), await pictureFonts());
    const content = kind === 'svg' ? svg : await pngOf(svg);
    if (content === null) return onFailure(t('structure.picture.failed'));
    const reply = await platform.save(`${t('structure.picture.file')}.${kind}`, content);
    if (!reply.ok) tell(reply.failure);
  };
  return (
    <Menu withinPortal={false} position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPhoto size={18} stroke={1.75} aria-hidden />}
          data-pictures
        >
          {t('structure.picture.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('structure.picture.menu')}>
        <Menu.Item data-picture="svg" onClick={() => void give('svg')}>
          {t('structure.picture.svg')}
        </Menu.Item>
        <Menu.Item data-picture="png" onClick={() => void give('png')}>
          {t('structure.picture.png')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
