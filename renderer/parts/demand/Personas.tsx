import { amount } from '../../../core/plan/amount.ts';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { LanguagesAt } from '../at/LanguagesAt.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import classes from './demand.module.css';
import { addPersona } from './demandEdits.ts';
import { FoldedPart } from './FoldedPart.tsx';
import { Section } from './Section.tsx';
import { useNewPart } from './useNewPart.ts';

const digitalSkills = ['low', 'medium', 'high'] as const;
type Persona = Plan['company']['personas'][number];

/** Who the customers are: what they prefer, which language they speak, and in which tone they are served. */
export function Personas({ plan }: { plan: Plan }) {
  const { t, say, format, language } = useText();
  const edit = useSession((session) => session.edit);
  const { personas } = plan.company;
  const isNew = useNewPart(personas.map(({ id }) => id));
  const factsOf = ({ share, digitalSkill }: Persona): string[] => [
    ...(digitalSkill === undefined ? [] : [t(`demand.personas.skills.${digitalSkill}`)]),
    ...(share === undefined
      ? []
      : [t('demand.personas.shareIs', { share: format.percent(amount(share), 0) })]),
  ];
  return (
    <Section
      id="personas"
      title={t('demand.personas.title')}
      explanation={t(personas.length === 0 ? 'demand.personas.empty' : 'demand.personas.intro')}
    >
      {personas.length > 0 && (
        <ul className={classes.list}>
          {personas.map((persona) => (
            <FoldedPart
              key={persona.id}
              at={['company', 'personas', persona.id]}
              name={say(persona.name)}
              facts={factsOf(persona)}
              startsOpen={isNew(persona.id)}
              onRemove={() => void edit(withoutPart(plan, 'personas', persona.id))}
            >
              {() => <PersonaFields plan={plan} persona={persona} />}
            </FoldedPart>
          ))}
        </ul>
      )}
      <div>
        <AddButton
          label={t('demand.personas.add')}
          list="company/personas"
          onAdd={() => void edit((now) => addPersona(now, { [language]: t('demand.personas.newName') }))}
        />
      </div>
    </Section>
  );
}

function PersonaFields({ plan, persona }: { plan: Plan; persona: Persona }) {
  const { t, say } = useText();
  const at = ['company', 'personas', persona.id];
  return (
    <>
      <FieldGrid>
        <TextAt at={[...at, 'name']} label={t('demand.name')} value={persona.name} />
        <QuantityAt
          at={[...at, 'share']}
          label={t('demand.personas.share')}
          value={persona.share}
          as="share"
          optional
          width="100%"
        />
        <ChoiceAt
          width="100%"
          at={[...at, 'digitalSkill']}
          label={t('demand.personas.digitalSkill')}
          usual=""
          value={persona.digitalSkill}
          options={[
            { value: '', label: t('demand.personas.notSaid') },
            ...digitalSkills.map((value) => ({ value, label: t(`demand.personas.skills.${value}`) })),
          ]}
        />
        <LanguagesAt
          at={[...at, 'languages']}
          label={t('demand.personas.languages')}
          value={persona.languages}
          placeholder={t('demand.personas.notSaid')}
        />
        <ManyAt
          at={[...at, 'preferredChannels']}
          label={t('demand.personas.channels')}
          none={t('demand.personas.notSaid')}
          options={partsOf(plan.channels, say)}
          value={persona.preferredChannels}
        />
      </FieldGrid>
      <TextAt at={[...at, 'tone']} label={t('demand.personas.tone')} value={persona.tone} optional long />
      <TextAt at={[...at, 'note']} label={t('demand.personas.note')} value={persona.note} optional long />
    </>
  );
}
