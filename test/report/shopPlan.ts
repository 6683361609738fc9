// A small shop with everything that a report shows: two tiers, three teams, assumed figures, unnamed rules.
import type { PlanInput } from '../../core/plan/schema/plan.ts';

export const shopPlan: PlanInput = {
  format: 'saff-plan',
  formatVersion: 1,
  id: 'small-shop',
  name: { en: 'A small shop', fa: 'فروشگاه کوچک', ar: 'متجر صغير' },
  locale: {
    language: 'fa',
    digits: 'arabext',
    calendar: 'persian',
    weekStart: 'saturday',
    timeZone: 'Asia/Tehran',
  },
  horizon: { start: '2026-11-21', days: 7, intervalMinutes: 60 },
  channels: [
    {
      id: 'phone',
      name: { en: 'Phone', fa: 'تلفن', ar: 'الهاتف' },
      kind: 'phone',
      patience: { law: 'exponential', meanSeconds: 120, assumed: true },
    },
    { id: 'email', name: { en: 'Email', fa: 'ایمیل', ar: 'البريد الإلكتروني' }, kind: 'email' },
  ],
  issueTypes: [
    { id: 'order', name: { en: 'Order', fa: 'سفارش', ar: 'طلب شراء' } },
    { id: 'fault', name: { en: 'Fault', fa: 'خرابی', ar: 'عطل' } },
  ],
  demand: [
    {
      id: 'order-phone',
      issueType: 'order',
      channel: 'phone',
      volume: {
        contacts: { value: 400, assumed: true, source: { en: 'A guess', fa: 'حدس', ar: 'تخمين' } },
        per: 'day',
      },
    },
    { id: 'fault-email', issueType: 'fault', channel: 'email', volume: { contacts: 90, per: 'day' } },
  ],
  tiers: [
    { id: 'first', name: { en: 'Tier 1', fa: 'رده‌ی اول', ar: 'المستوى الأول' } },
    { id: 'second', name: { en: 'Tier 2', fa: 'رده‌ی دوم', ar: 'المستوى الثاني' } },
  ],
  teams: [
    {
      id: 'general',
      name: { en: 'General questions', fa: 'پرسش‌های عمومی', ar: 'الأسئلة العامة' },
      tier: 'first',
      groups: [{ id: 'general-agents', staffing: { kind: 'hours', agents: 4 } }],
    },
    {
      id: 'repairs',
      name: { en: 'Repairs', fa: 'تعمیرات', ar: 'الإصلاحات' },
      tier: 'second',
      groups: [{ id: 'repair-agents', staffing: { kind: 'hours', agents: { value: 1, assumed: true } } }],
    },
  ],
  handling: [
    { when: { channels: ['phone'] }, time: { law: 'exponential', meanSeconds: 240, assumed: true } },
    { time: { law: 'lognormal', meanSeconds: 900, cv: 1, assumed: true } },
  ],
  outcomes: [
    {
      when: { issueTypes: ['fault'], tiers: ['first'] },
      next: [{ kind: 'functional', share: 0.4, to: 'nextTier' }],
    },
  ],
  promises: [
    {
      id: 'phone-answer',
      name: { en: 'Phone answered', fa: 'پاسخ تلفن', ar: 'إجابة الهاتف' },
      applies: { channels: ['phone'] },
      clock: 'firstResponse',
      targetSeconds: 20,
      shareToAttain: 0.8,
    },
    {
      id: 'email-answer',
      name: { en: 'Email answered', fa: 'پاسخ ایمیل', ar: 'إجابة البريد' },
      applies: { channels: ['email'] },
      clock: 'firstResponse',
      measuredIn: 'businessHours',
      targetSeconds: 21_600,
      shareToAttain: 0.95,
    },
    {
      id: 'fault-solved',
      name: { en: 'Faults solved', fa: 'رفع خرابی', ar: 'حل الأعطال' },
      applies: { issueTypes: ['fault'] },
      clock: 'resolution',
      targetSeconds: 172_800,
      shareToAttain: 0.9,
    },
  ],
  scenarios: [
    { id: 'more', name: 'More', changes: [{ at: ['notes'], change: 'set', value: [{ assumed: true }] }] },
  ],
};
