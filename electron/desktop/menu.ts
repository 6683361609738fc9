// The native menu. Roles bring behaviour and shortcuts; the words are ours, since Electron's own are English only.
import type { MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../locales/translator.ts';

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

export function menuTemplate(t: Translate, platform: NodeJS.Platform): Item[] {
  const isMac = platform === 'darwin';
  const application: Item = {
    label: t('desktop.menu.application'),
    submenu: [
      { role: 'about', label: t('desktop.menu.about') },
      separator,
      { role: 'hide', label: t('desktop.menu.hide') },
      { role: 'hideOthers', label: t('desktop.menu.hideOthers') },
      { role: 'unhide', label: t('desktop.menu.showAll') },
      separator,
      { role: 'quit', label: t('desktop.menu.quit') },
    ],
  };
  const file: Item = {
    label: t('desktop.menu.file'),
    submenu: [
      isMac
        ? { role: 'close', label: t('desktop.menu.closeWindow') }
        : { role: 'quit', label: t('desktop.menu.quit') },
    ],
  };
  const edit: Item = {
    label: t('desktop.menu.edit'),
    submenu: [
      { role: 'undo', label: t('desktop.menu.undo') },
      { role: 'redo', label: t('desktop.menu.redo') },
      separator,
      { role: 'cut', label: t('desktop.menu.cut') },
      { role: 'copy', label: t('desktop.menu.copy') },
      { role: 'paste', label: t('desktop.menu.paste') },
      { role: 'selectAll', label: t('desktop.menu.selectAll') },
    ],
  };
  const view: Item = {
    label: t('desktop.menu.view'),
    submenu: [
      { role: 'resetZoom', label: t('desktop.menu.actualSize') },
      { role: 'zoomIn', label: t('desktop.menu.zoomIn') },
      { role: 'zoomOut', label: t('desktop.menu.zoomOut') },
      separator,
      { role: 'togglefullscreen', label: t('desktop.menu.fullScreen') },
    ],
  };
  const window: Item = {
    label: t('desktop.menu.window'),
    submenu: [{ role: 'minimize', label: t('desktop.menu.minimise') }],
  };
  return [...(isMac ? [application] : []), file, edit, view, window];
}
