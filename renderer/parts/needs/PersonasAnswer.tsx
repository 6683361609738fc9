import { Menu } from '@mantine/core';
import type { NeededPersona, Needs } from '../../../core/plan/schema/needs.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddMenu } from '../at/AddMenu.tsx';
import { LanguagesAt } from '../at/LanguagesAt.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Disclosure } from '../Disclosure.tsx';
import { NeededPart } from './NeededPart.tsx';
import classes from './needs.module.css';
import { addPersona, usualPersonas } from './needsEdits.ts';
import { PillsIn } from './PillsIn.tsx';
import { useChannelOptions } from './useChannelOptions.ts';

const ages = ['young', 'middle', 'older'] as const;
const skills = ['low', 'medium', 'high'] as const;
const kinds = ['talk', 'mixed', 'digital'] as const satisfies readonly (keyof typeof usualPersonas)[];

/** Who the customers are: kinds of people that many companies know, changed where they are others. */
export function PersonasAnswer({ needs }: { needs: Needs }) {
  const { t, say, format, language } = useText();
  const edit = usePlanEdit();
  return (
    <div data-at="needs/personas" className={classes.partBody}>
      {needs.personas !== undefined && (
        <ul className={classes.parts}>
          {needs.personas.map((persona, place) => (
            <NeededPart
              key={persona.id}
              list="personas"
              id={persona.id}
              name={say(persona.name) || t('needs.persona.numbered', { number: format.integer(place + 1) })}
            >
              <PersonaFields persona={persona} />
            </NeededPart>
          ))}
        </ul>
      )}
      <div>
        <AddMenu label={t('needs.persona.add')} list="needs/personas">
          {kinds.map((kind) => (
            <Menu.Item
              key={kind}
              data-persona={kind}
              onClick={() =>
                edit((plan) =>
                  addPersona(plan, {
                    name: { [language]: t(`needs.persona.kind.${kind}`) },
                    ...usualPersonas[kind],
                    preferredChannels: [...usualPersonas[kind].preferredChannels],
                  }),
                )
              }
            >
              {t(`needs.persona.kind.${kind}`)}
            </Menu.Item>
          ))}
        </AddMenu>
      </div>
    </div>
  );
}

function PersonaFields({ persona }: { persona: NeededPersona }) {
  const { t } = useText();
  const channels = useChannelOptions();
  const at = ['needs', 'personas', persona.id];
  return (
    <>
      <div className={classes.fields}>
        <TextAt
          at={[...at, 'name']}
          label={t('needs.persona.name')}
          value={persona.name}
          optional
          width="min(100%, 260px)"
        />
        <QuantityAt
          at={[...at, 'share']}
          label={t('needs.persona.share')}
          value={persona.share}
          as="share"
          optional
          width={130}
        />
      </div>
      <Disclosure title={t('needs.persona.more')}>
        <div className={classes.partBody}>
          <PillsIn
            at={[...at, 'age']}
            label={t('needs.persona.age')}
            hideLabel={false}
            value={persona.age}
            options={ages.map((value) => ({ value, label: t(`needs.persona.ages.${value}`) }))}
          />
          <PillsIn
            at={[...at, 'digitalSkill']}
            label={t('needs.persona.digitalSkill')}
            hideLabel={false}
            value={persona.digitalSkill}
            options={skills.map((value) => ({ value, label: t(`demand.personas.skills.${value}`) }))}
          />
          <ManyAt
            at={[...at, 'preferredChannels']}
            label={t('needs.persona.channels')}
            none={t('needs.notSaid')}
            options={channels}
            value={persona.preferredChannels}
            width="100%"
          />
          <LanguagesAt
            at={[...at, 'languages']}
            label={t('needs.persona.languages')}
            value={persona.languages}
            placeholder={t('needs.notSaid')}
          />
        </div>
      </Disclosure>
    </>
  );
}
