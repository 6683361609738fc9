// What the application has said and set, kept for the test to look at.
type Decide = (allowed: boolean) => void;

export const record = {
  isReady: false,
  isSandboxed: false,
  menu: undefined as unknown,
  errorBoxes: [] as [string, string][],
  webPreferences: [] as unknown[],
  schemes: [] as unknown[],
  refusedNavigations: [] as string[],
  refusedWindows: [] as string[],
  refusedRequests: [] as string[],
  recentDocuments: [] as string[],
  switches: {} as Record<string, string>,
  /** Dialogs that were shown, and what the test has the person answer; what has no answer is left. */
  dialogs: [] as { readonly kind: string; readonly options: unknown }[],
  dialogAnswers: {} as Record<string, unknown>,
  beforeRequest: undefined as
    | ((details: { readonly url: string }, decide: (answer: { readonly cancel: boolean }) => void) => void)
    | undefined,
  spellChecker: undefined as boolean | undefined,
  downloadsPrevented: undefined as (() => boolean) | undefined,
  prints: [] as unknown[],
  updaterCalls: [] as string[],
  flushes: 0,
  utilityProcesses: 0,
  permissionRequest: undefined as
    | ((contents: unknown, permission: string, decide: Decide) => void)
    | undefined,
  permissionCheck: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
  devicePermission: undefined as ((details: unknown) => boolean) | undefined,
};
