// A small organisation with everything that the window shows: three tiers, five teams, five channels, six promises.
import type { PlanInput } from '../../core/plan/schema/plan.ts';

const week = ['saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const minutes = (value: number): number => value * 60;
const lognormal = (meanSeconds: number, assumed = true) =>
  ({ law: 'lognormal', meanSeconds, cv: 1, assumed }) as const;

const channels: PlanInput['channels'] = [
  {
    id: 'phone',
    name: { fa: 'تلفن', ar: 'الهاتف', en: 'Phone' },
    kind: 'phone',
    patience: { law: 'exponential', meanSeconds: 150, assumed: true },
  },
  { id: 'chat', name: { fa: 'گفت‌وگوی برخط', ar: 'المحادثة', en: 'Live chat' }, kind: 'chat' },
  { id: 'email', name: { fa: 'ایمیل', ar: 'البريد الإلكتروني', en: 'Email' }, kind: 'email' },
  {
    id: 'callBack',
    name: { fa: 'درخواست تماس', ar: 'طلب معاودة الاتصال', en: 'Call-back request' },
    kind: 'callBack',
  },
  {
    id: 'social',
    name: { fa: 'شبکه‌های اجتماعی', ar: 'شبكات التواصل', en: 'Social networks' },
    kind: 'social',
  },
];

const issueTypes: PlanInput['issueTypes'] = [
  {
    id: 'order',
    name: { fa: 'پیگیری سفارش', ar: 'متابعة الطلبية', en: 'Order tracking' },
    complexity: 'simple',
    entryTier: 'first',
  },
  {
    id: 'return',
    name: { fa: 'مرجوعی و بازپرداخت', ar: 'الإرجاع والاسترداد', en: 'Returns and refunds' },
    complexity: 'moderate',
    entryTier: 'first',
  },
  {
    id: 'device',
    name: { fa: 'خرابی دستگاه', ar: 'عطل الجهاز', en: 'Faulty device' },
    complexity: 'complex',
    priority: 3,
    entryTier: 'second',
  },
];

const team = (
  id: string,
  tier: string,
  name: { fa: string; ar: string; en: string },
  agents: number,
  serves: NonNullable<PlanInput['teams'][number]['serves']>,
): PlanInput['teams'][number] => ({
  id,
  tier,
  name,
  serves,
  hours: 'daily',
  groups: [{ id: `${id}Agents`, role: 'agent', headcount: agents + 2, staffing: { kind: 'hours', agents } }],
});

export const fakePlan: PlanInput = {
  format: 'saff-plan',
  formatVersion: 1,
  id: 'fakeShop',
  name: { fa: 'فروشگاه اینترنتی نمونه', ar: 'متجر إلكتروني نموذجي', en: 'Sample online shop' },
  description: {
    fa: 'سه رده‌ی پشتیبانی برای یک فروشگاه اینترنتی با پنج کانال.',
    ar: 'ثلاثة مستويات من الدعم لمتجر إلكتروني بخمس قنوات.',
    en: 'Three tiers of support for an online shop with five channels.',
  },
  notes: [
    { fa: 'زمان‌های رسیدگی فرض شده است.', ar: 'أزمنة المعالجة مفترضة.', en: 'Handling times are assumed.' },
    {
      fa: 'حجم درخواست‌ها از سه ماه گذشته است.',
      ar: 'الحجم من الأشهر الثلاثة الماضية.',
      en: 'Volumes are those of the last three months.',
    },
  ],
  locale: {
    language: 'fa',
    digits: 'arabext',
    calendar: 'persian',
    weekStart: 'saturday',
    weekend: ['thursday', 'friday'],
    timeZone: 'Asia/Tehran',
    currency: 'IRT',
  },
  horizon: { start: '2026-11-21', days: 7, intervalMinutes: 60 },
  calendars: [
    {
      id: 'daily',
      name: { fa: 'هر روز ۸ تا ۲۲', ar: 'كل يوم من ٨ إلى ٢٢', en: 'Every day 8 to 22' },
      weekly: [{ weekdays: [...week], spans: [{ from: '08:00', to: '22:00' }] }],
    },
  ],
  channels,
  issueTypes,
  demand: issueTypes.flatMap((issue) =>
    channels.map((channel) => ({
      id: `${issue.id}-${channel.id}`,
      issueType: issue.id,
      channel: channel.id,
      volume: { contacts: 700, per: 'week' as const },
    })),
  ),
  tiers: [
    {
      id: 'first',
      name: { fa: 'رده‌ی اول', ar: 'المستوى الأول', en: 'Tier 1' },
      description: { fa: 'پرسش‌های عمومی', ar: 'الأسئلة العامة', en: 'General questions' },
    },
    { id: 'second', name: { fa: 'رده‌ی دوم', ar: 'المستوى الثاني', en: 'Tier 2' } },
    { id: 'third', name: { fa: 'رده‌ی سوم', ar: 'المستوى الثالث', en: 'Tier 3' } },
  ],
  teams: [
    team('orders', 'first', { fa: 'تیم سفارش', ar: 'فريق الطلبيات', en: 'Order team' }, 14, {
      issueTypes: ['order', 'return'],
    }),
    team('writing', 'first', { fa: 'تیم مکاتبه', ar: 'فريق المراسلات', en: 'Writing team' }, 6, {
      channels: ['email', 'social', 'callBack'],
    }),
    team('technical', 'second', { fa: 'تیم فنی', ar: 'الفريق الفني', en: 'Technical team' }, 7, {
      issueTypes: ['device'],
    }),
    team('payments', 'second', { fa: 'تیم پرداخت', ar: 'فريق المدفوعات', en: 'Payments team' }, 4, {
      issueTypes: ['return'],
    }),
    team('engineering', 'third', { fa: 'تیم مهندسی', ar: 'فريق الهندسة', en: 'Engineering team' }, 3, {
      issueTypes: ['device'],
    }),
  ],
  roles: [{ id: 'agent', name: { fa: 'نماینده', ar: 'ممثّل خدمة العملاء', en: 'Agent' }, kind: 'agent' }],
  handling: [{ time: lognormal(minutes(6)) }],
  promises: [
    promise(
      'phoneFast',
      { fa: 'پاسخ سریع تلفن', ar: 'الرد السريع على الهاتف', en: 'Phones answered fast' },
      20,
      0.8,
      ['phone'],
    ),
    promise(
      'chatFast',
      { fa: 'گفت‌وگو بدون معطلی', ar: 'محادثة بلا انتظار', en: 'Chats without waiting' },
      60,
      0.85,
      ['chat'],
    ),
    promise(
      'emailDay',
      { fa: 'پاسخ ایمیل در شش ساعت', ar: 'الرد على البريد خلال ست ساعات', en: 'Emails within six hours' },
      21_600,
      0.9,
      ['email'],
    ),
    promise(
      'socialHour',
      {
        fa: 'شبکه‌های اجتماعی در یک ساعت',
        ar: 'شبكات التواصل خلال ساعة',
        en: 'Social networks within an hour',
      },
      3600,
      0.8,
      ['social'],
    ),
    {
      ...promise(
        'solved',
        { fa: 'حل در دو روز کاری', ar: 'الحل خلال يومي عمل', en: 'Solved in two working days' },
        100_800,
        0.95,
        undefined,
      ),
      clock: 'resolution',
      measuredIn: 'businessHours',
    },
  ],
};

function promise(
  id: string,
  name: { fa: string; ar: string; en: string },
  targetSeconds: number,
  shareToAttain: number,
  only: string[] | undefined,
): NonNullable<PlanInput['promises']>[number] {
  return {
    id,
    name,
    clock: 'firstResponse',
    targetSeconds,
    shareToAttain,
    applies: only === undefined ? {} : { channels: only },
  };
}
