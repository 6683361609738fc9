import type { Team } from '../../../core/plan/schema/team.ts';
import { useText } from '../../text/TextProvider.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useAt } from '../at/useAt.ts';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { isTimeZone } from '../fields/isTimeZone.ts';

/** Where a team sits: its time zone makes it a site, its name says which. */
export function SiteFields({ team }: { team: Team }) {
  const { t } = useText();
  const at = ['teams', team.id, 'site'];
  const zone = useAt([...at, 'timeZone']);
  const site = useAt(at);
  const { site: known } = team;
  const read = (text: string): Read<string> => {
    const name = text.trim();
    if (name === '' || isTimeZone(name)) return { ok: true, value: name };
    return { ok: false, message: t('structure.field.timeZoneUnknown') };
  };
  return (
    <>
      <CommitField
        label={t('structure.field.timeZone')}
        description={t('structure.field.timeZoneEmpty', { example: 'Asia/Tehran' })}
        place={zone.place}
        disabled={zone.disabled}
        value={known?.timeZone ?? ''}
        write={(name) => name}
        read={read}
        width="100%"
        inputMode="text"
        onCommit={(name) => (name === '' ? site.give(undefined) : site.give({ ...known, timeZone: name }))}
      />
      {known !== undefined && (
        <TextAt
          at={[...at, 'name']}
          label={t('structure.field.site')}
          value={known.name}
          optional
          width="100%"
        />
      )}
    </>
  );
}
