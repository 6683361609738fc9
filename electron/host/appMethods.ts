import { formatVersion } from '../../core/plan/schema/plan.ts';
import { engineVersion } from '../../core/simulation/version.ts';
import type { HandlersOf } from './handlers.ts';
import { productVersion } from './version.ts';

export const appMethods: HandlersOf<'app.describe'> = {
  'app.describe': () => ({ ok: true, value: { version: productVersion, engineVersion, formatVersion } }),
};
