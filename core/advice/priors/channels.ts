// The usual figures of a channel: whom it suits, what it takes of an agent, how long customers wait, what is promised (E5, T4, A1).
import type { ChannelKind } from '../../plan/schema/channel.ts';
import { type Words, words } from '../words.ts';

/** Channels on which people serve. Self-service and the virtual assistant stand before them. */
export const servedChannels = [
  'phone',
  'callBack',
  'inPerson',
  'chat',
  'messaging',
  'email',
  'webForm',
  'social',
] as const satisfies readonly ChannelKind[];
export type ServedChannel = (typeof servedChannels)[number];

export interface ChannelPrior {
  readonly id: string;
  readonly name: Words;
  readonly isLive: boolean;
  /** Minutes of an agent's work, with as much of it as may run beside other chats, over those of a phone call. */
  readonly work: number;
  /** Factor on the minutes of a phone call that one contact lasts. */
  readonly length: number;
  /** Chats that one agent holds at once; 1: none beside each other. */
  readonly atOnce: number;
  /** Mean patience in seconds; null: they wait. */
  readonly patienceSeconds: number | null;
  /** What is usually promised. */
  readonly target: { readonly seconds: number; readonly share: number };
  /** How readily customers take it, by their ease with technology. */
  readonly appeal: { readonly low: number; readonly medium: number; readonly high: number };
  /** Factors on the appeal by age. */
  readonly age: { readonly young: number; readonly middle: number; readonly older: number };
}

const evenly = { young: 1, middle: 1, older: 1 };

/**
 * Older and less technical customers take the phone and the counter, digital ones chat and email (T4, A1). Promised: 80 % of calls
 * in 20 s, the usual target of phone centres; every email in six hours (M4), taken as 90 %; the others in between.
 */
export const channelPriors: Readonly<Record<ServedChannel, ChannelPrior>> = {
  phone: {
    id: 'phone',
    name: words('Phone', 'تلفن', 'الهاتف'),
    isLive: true,
    work: 1,
    length: 1,
    atOnce: 1,
    patienceSeconds: 180,
    target: { seconds: 20, share: 0.8 },
    appeal: { low: 0.55, medium: 0.35, high: 0.1 },
    age: { young: 0.7, middle: 1, older: 1.4 },
  },
  callBack: {
    id: 'call-back',
    name: words('Call-back request', 'درخواست تماس', 'طلب معاودة الاتصال'),
    isLive: false,
    work: 1.1,
    length: 1.1,
    atOnce: 1,
    patienceSeconds: null,
    target: { seconds: 14_400, share: 0.9 },
    appeal: { low: 0, medium: 0, high: 0 },
    age: evenly,
  },
  inPerson: {
    id: 'in-person',
    name: words('In person', 'حضوری', 'حضوريًا'),
    isLive: true,
    work: 1.2,
    length: 1.2,
    atOnce: 1,
    patienceSeconds: 1800,
    target: { seconds: 600, share: 0.8 },
    appeal: { low: 0.15, medium: 0.05, high: 0.02 },
    age: { young: 0.7, middle: 1, older: 1.3 },
  },
  chat: {
    id: 'chat',
    name: words('Chat', 'چت', 'المحادثة'),
    isLive: true,
    work: 0.87,
    length: 1.3,
    atOnce: 2,
    patienceSeconds: 240,
    target: { seconds: 60, share: 0.8 },
    appeal: { low: 0.08, medium: 0.22, high: 0.38 },
    age: { young: 1.3, middle: 1, older: 0.6 },
  },
  messaging: {
    id: 'messaging',
    name: words('Messaging', 'پیام‌رسان', 'الرسائل'),
    isLive: false,
    work: 0.8,
    length: 0.8,
    atOnce: 1,
    patienceSeconds: null,
    target: { seconds: 14_400, share: 0.9 },
    appeal: { low: 0.02, medium: 0.12, high: 0.2 },
    age: { young: 1.4, middle: 1, older: 0.5 },
  },
  email: {
    id: 'email',
    name: words('Email', 'ایمیل', 'البريد الإلكتروني'),
    isLive: false,
    work: 0.9,
    length: 0.9,
    atOnce: 1,
    patienceSeconds: null,
    target: { seconds: 21_600, share: 0.9 },
    appeal: { low: 0.12, medium: 0.22, high: 0.26 },
    age: { young: 0.8, middle: 1.1, older: 1 },
  },
  webForm: {
    id: 'web-form',
    name: words('Web form', 'فرم اینترنتی', 'نموذج إلكتروني'),
    isLive: false,
    work: 0.85,
    length: 0.85,
    atOnce: 1,
    patienceSeconds: null,
    target: { seconds: 28_800, share: 0.9 },
    appeal: { low: 0.01, medium: 0.04, high: 0.04 },
    age: evenly,
  },
  social: {
    id: 'social',
    name: words('Social networks', 'شبکه‌های اجتماعی', 'شبكات التواصل'),
    isLive: false,
    work: 0.9,
    length: 0.9,
    atOnce: 1,
    patienceSeconds: null,
    target: { seconds: 7200, share: 0.9 },
    appeal: { low: 0, medium: 0, high: 0 },
    age: evenly,
  },
};

/** Speed of each of two chats held at once: together one and a half times as fast as one. */
export const chatSpeeds: readonly number[] = [1, 0.75];
