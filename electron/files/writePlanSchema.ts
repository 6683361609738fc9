// Writes core/plan/plan.schema.json anew; run it after each change of the plan's schema: node electron/files/writePlanSchema.ts
import { writeFileSync } from 'node:fs';
import { planJsonSchemaText } from '../../core/plan/planJsonSchema.ts';

writeFileSync(new URL('../../core/plan/plan.schema.json', import.meta.url), planJsonSchemaText());
