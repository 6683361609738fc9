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
  permissionRequest: undefined as
    | ((contents: unknown, permission: string, decide: Decide) => void)
    | undefined,
  permissionCheck: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
  devicePermission: undefined as ((details: unknown) => boolean) | undefined,
};
