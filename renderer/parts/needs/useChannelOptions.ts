import { channelKinds } from '../../../core/plan/kinds.ts';
import type { ChannelKind } from '../../../core/plan/schema/channel.ts';
import { useText } from '../../text/TextProvider.tsx';

/** Ways in which customers can reach a company, by their names. */
export function useChannelOptions(): { readonly value: ChannelKind; readonly label: string }[] {
  const { t } = useText();
  return channelKinds.map((value) => ({ value, label: t(`routing.kinds.${value}`) }));
}
