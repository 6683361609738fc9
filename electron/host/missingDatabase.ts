/** Why the database itself cannot be loaded on this machine; undefined for any other error. */
export function reasonOfMissingDatabase(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:ERR_DLOPEN_FAILED|ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND)$/.test(code) ? code : undefined;
}
