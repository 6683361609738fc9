// Before the journeys: a browser and a built product, also when vitest is started by hand.
import { ensureBuilt } from '../../electron/start/ensure.mjs';
import { ensureChromium } from './chromium.mjs';

export default async function prepareJourneys() {
  const chromium = ensureChromium();
  if ('remedy' in chromium) throw new Error(chromium.remedy);
  process.env.SAFF_CHROMIUM = chromium.path;
  await ensureBuilt();
}
