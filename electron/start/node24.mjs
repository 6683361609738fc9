// Saff runs on the Node 24 of the npm package `node`, whatever Node the host has; a host that is new enough will do too.
import { existsSync } from 'node:fs';
import { inProject } from './projectRoot.mjs';

const oldestMajor = 24;

/** The Node binary of the npm package, whether or not it is there yet. */
export const packagedNode = () =>
  inProject('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The Node binary to run Saff on, or undefined where there is none.
 * @returns {string | undefined}
 */
export function node24() {
  if (existsSync(packagedNode())) return packagedNode();
  return Number.parseInt(process.versions.node, 10) >= oldestMajor ? process.execPath : undefined;
}
