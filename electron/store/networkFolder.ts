// Folders on a network, where the locks of a database cannot be relied upon.
import { statfsSync } from 'node:fs';

/** Numbers of Linux for NFS, SMB, CIFS, SMB 2, AFS, 9P and file systems of user programs such as sshfs. */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997, 0x65735546,
]);

export const isNetworkType = (type: number): boolean => networkTypes.has(type >>> 0);

export function isOnNetwork(folder: string): boolean {
  if (process.platform === 'win32') return folder.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  try {
    return isNetworkType(statfsSync(folder).type);
  } catch {
    return false;
  }
}
