import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { pictureFonts } from '../../theme/pictureFonts.ts';
import { pngOf } from './pngOf.ts';
import type { PictureFont } from './svgText.ts';

interface PictureMenuProps {
  /** The text of the SVG. */
  readonly draw: (fonts: readonly PictureFont[]) => string;
  /** Without its ending. */
  readonly fileName: string;
  readonly onFailure: (said: string) => void;
  /** As an icon, named after what it is a picture of. */
  readonly of?: string;
}

/** What no system takes in the name of a file, and marks that keep directions apart. */
const notInNames = /[\\/:*?"<>|\u0000-\u001F\u200C-\u200F\u2066-\u2069]/g;

/** Gives what is shown as a picture file. */
export function PictureMenu({ draw, fileName, onFailure, of }: PictureMenuProps) {
  const { t } = useText();
  const platform = useSession((session) => session.platform);
  const tell = useSession((session) => session.tell);
  const give = async (kind: 'svg' | 'png'): Promise<void> => {
    const svg = draw(await pictureFonts());
    const content = kind === 'svg' ? svg : await pngOf(svg);
    if (content === null) return onFailure(t('charts.picture.failed'));
    const reply = await platform.save(`${fileName.replace(notInNames, ' ').trim()}.${kind}`, content);
    if (!reply.ok) tell(reply.failure);
  };
  const label = of === undefined ? t('charts.picture.menu') : t('charts.picture.of', { title: of });
  return (
    <Menu withinPortal={false} position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        {of === undefined ? (
          <Button
            variant="default"
            leftSection={<IconPhoto size={18} stroke={1.75} aria-hidden />}
            data-pictures
          >
            {label}
          </Button>
        ) : (
          <Tooltip label={t('charts.picture.menu')} withinPortal={false}>
            <ActionIcon variant="default" size="lg" aria-label={label} data-pictures>
              <IconPhoto size={18} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        <Menu.Item data-picture="svg" onClick={() => void give('svg')}>
          {t('charts.picture.svg')}
        </Menu.Item>
        <Menu.Item data-picture="png" onClick={() => void give('png')}>
          {t('charts.picture.png')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
