// The native menu. Roles bring behaviour and shortcuts; the words are ours, since Electron's own are English only.
import type { MenuItemConstructorOptions } from 'electron';
import type { DecodedShellInput, MenuCommand, Wish } from '../../core/contract/shellMethods.ts';
import type { Language } from '../../locales/settings.ts';
import type { Translate } from '../../locales/translator.ts';

type Item = MenuItemConstructorOptions;

/** What the page shows now, as far as the menu depends on it. */
export type Shown = Pick<DecodedShellInput<'shell.show'>, 'plan' | 'undo' | 'redo' | 'recent'>;
export const nothingShown: Shown = { plan: null, undo: false, redo: false, recent: [] };

export interface MenuParts {
  readonly t: Translate;
  readonly language: Language;
  readonly platform: NodeJS.Platform;
  readonly shown: Shown;
  readonly wish: (wish: Wish) => void;
}

const separator: Item = { type: 'separator' };

export function menuTemplate({ t, language, platform, shown, wish }: MenuParts): Item[] {
  const isMac = platform === 'darwin';
  const hasPlan = shown.plan !== null;
  const item = (label: string, command: MenuCommand, more: Item = {}): Item => ({
    id: command,
    label,
    click: () => wish({ kind: 'command', command }),
    ...more,
  });
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
  const recent: Item = {
    id: 'recent',
    label: t('desktop.menu.recent'),
    enabled: shown.recent.length > 0,
    submenu: shown.recent.map(({ plan, name }) => ({
      label: nameIn(name, language),
      click: () => wish({ kind: 'plan', plan }),
    })),
  };
  const file: Item = {
    label: t('desktop.menu.file'),
    submenu: [
      item(t('desktop.menu.library'), 'library', { enabled: hasPlan }),
      item(t('desktop.menu.open'), 'open', { accelerator: 'CmdOrCtrl+O' }),
      recent,
      separator,
      item(t('desktop.menu.rename'), 'rename', { enabled: hasPlan }),
      item(t('desktop.menu.export'), 'export', { enabled: hasPlan, accelerator: 'CmdOrCtrl+Shift+S' }),
      item(t('desktop.menu.exportBundle'), 'exportBundle', { enabled: hasPlan }),
      separator,
      item(t('desktop.menu.print'), 'print', { accelerator: 'CmdOrCtrl+P' }),
      item(t('desktop.menu.pdf'), 'pdf'),
      separator,
      isMac
        ? { role: 'close', label: t('desktop.menu.closeWindow') }
        : { role: 'quit', label: t('desktop.menu.quit') },
    ],
  };
  const edit: Item = {
    label: t('desktop.menu.edit'),
    submenu: [
      // Not the roles: the page knows whether the letters of a field are meant, or the plan.
      item(t('desktop.menu.undo'), 'undo', { accelerator: 'CmdOrCtrl+Z' }),
      item(t('desktop.menu.redo'), 'redo', { accelerator: isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y' }),
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
    submenu: [
      { role: 'minimize', label: t('desktop.menu.minimise') },
      ...(isMac ? [] : [{ role: 'close', label: t('desktop.menu.closeWindow') } satisfies Item]),
    ],
  };
  return isMac ? [application, file, edit, view, window] : [file, edit, view, window];
}

const fallbacks = ['fa', 'ar', 'en'] as const;

/** A label takes `&` as the mark of a key. */
function nameIn(name: Shown['recent'][number]['name'], language: Language): string {
  const said =
    typeof name === 'string'
      ? name
      : (name[language] ?? fallbacks.map((other) => name[other]).find(Boolean) ?? '');
  return said.replaceAll('&', '&&').slice(0, 80);
}
