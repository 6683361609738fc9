// What no page in any window of ours may do: leave, open windows, embed others, ask for permissions, reach the network.
import type { App, Session } from 'electron';
import { pageOrigin } from './pageOrigin.ts';

export function restrictContents(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    // The page may load itself anew, which also counts as a navigation.
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Nothing is fetched but the page itself: no network, no dictionary, no file. What leaves does so through dialogs. */
export function stayLocal(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnContent(url) }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

const isOwnContent = (url: string): boolean =>
  url.startsWith(`${pageOrigin}/`) || /^(?:data|blob|devtools|chrome-devtools):/.test(url);

const isOwnPage = (url: string): boolean =>
  /^\/?(?:[?#]|$)/.test(url.slice(pageOrigin.length)) && url.startsWith(pageOrigin);
