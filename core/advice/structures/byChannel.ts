// Split by channel (T2): one team for the phone, one for chat, one for what is written, each hired for its channel.
import type { Choices } from '../choices.ts';
import { decideSplit } from '../decisions/split.ts';
import type { ServedChannel } from '../priors/channels.ts';
import { chatTeam, phoneTeam, voice, wholeSupport, written } from './names.ts';
import { poolTeam } from './pool.ts';
import type { Structure } from './structure.ts';

const parts = [
  { id: 'voice-team', channels: ['phone', 'callBack', 'inPerson'] },
  { id: 'chat-team', channels: ['chat'] },
  { id: 'written-team', channels: ['messaging', 'email', 'webForm', 'social'] },
] as const satisfies readonly { readonly id: string; readonly channels: readonly ServedChannel[] }[];

/** Null where all channels would have the same team. */
export function byChannelOf(choices: Choices): Structure | null {
  const open = choices.channels.map(({ kind }) => kind);
  const pool = poolTeam(choices);
  const mayBeRemote = choices.company.needs.sourcing?.remote === true;
  const teams = parts
    .map(({ id, channels }) => ({
      id,
      channels: open.filter((kind) => (channels as readonly string[]).includes(kind)),
    }))
    .filter(({ channels }) => channels.length > 0)
    .map(({ id, channels }) => ({
      ...pool,
      ...{ id, channels, decisions: [`split.${id}`, 'sourcing'] },
      name:
        id === 'chat-team'
          ? chatTeam
          : id === 'written-team'
            ? written
            : channels.includes('inPerson')
              ? voice
              : phoneTeam,
      sourcing: mayBeRemote && id !== 'voice-team' ? ('remote' as const) : ('inHouse' as const),
    }));
  if (teams.length < 2) return null;
  const split = decideSplit(choices, teams, 'channel');
  return { kind: 'byChannel', tiers: [wholeSupport], teams, dispatched: [], decisions: split };
}
