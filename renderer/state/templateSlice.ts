// Shapes to begin with where nothing is known of the company yet: what the advice proposes without a single answer.
import type { Failure } from '../../core/contract/failures.ts';
import type { Input } from '../../core/contract/methods.ts';
import type { Candidate } from '../../core/measures/advice.ts';
import type { DisplaySettings } from '../../locales/settings.ts';
import type { SliceParts } from './session.ts';

export interface TemplateSlice {
  /** Null until they are asked for and there. */
  readonly templates: readonly Candidate[] | null;
  readonly templatesFailure: Failure | null;
  /** In a region's week and money; `name` and the first day are those of the plan that comes of one. */
  readonly loadTemplates: (name: string, settings: DisplaySettings, start: string) => Promise<void>;
}

export function createTemplates({ client, set }: SliceParts): TemplateSlice {
  let asking = 0;
  return {
    templates: null,
    templatesFailure: null,
    loadTemplates: async (name, settings, start) => {
      asking += 1;
      const mine = asking;
      set({ templates: null, templatesFailure: null });
      const { language } = settings;
      const locale: Input<'advice.propose'>['locale'] = { ...settings, weekend: [...settings.weekend] };
      const reply = await client.call('advice.propose', {
        needs: {},
        locale,
        id: 'template',
        name: { [language]: name },
        start,
      });
      if (mine !== asking) return;
      if (reply.ok) set({ templates: reply.value.candidates });
      else set({ templatesFailure: reply.failure });
    },
  };
}
