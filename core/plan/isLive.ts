// Which channels customers wait for live. A file of its own, without the schema library: the window reads it, too.
import type { Channel } from './schema/channel.ts';

/** Whether customers wait for this channel live, or leave the contact and go. */
export const isLive = (channel: Pick<Channel, 'kind' | 'mode'>): boolean =>
  channel.mode === undefined
    ? channel.kind === 'phone' || channel.kind === 'chat' || channel.kind === 'inPerson'
    : channel.mode === 'live';
