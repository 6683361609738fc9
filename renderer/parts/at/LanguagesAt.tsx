import { useShownPlan } from '../../state/shownPlan.ts';
import { languageName } from '../../text/languageName.ts';
import { useText } from '../../text/TextProvider.tsx';
import { languagesToName } from './languagesOf.ts';
import { TagsAt, type TagsAtProps } from './TagsAt.tsx';

/** Languages, by what they are called in that of the window; others can be written by their code. */
export function LanguagesAt(props: Omit<TagsAtProps, 'known' | 'nameOf' | 'longest'>) {
  const { language } = useText();
  const plan = useShownPlan();
  return (
    <TagsAt
      {...props}
      known={languagesToName(plan)}
      nameOf={(code) => languageName(language, code)}
      longest={16}
    />
  );
}
