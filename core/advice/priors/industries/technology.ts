// Computers, software, telecommunications, games: mostly technical issues.
import { words } from '../../words.ts';
import type { IndustryPrior } from '../industry.ts';

/** The article on building a team (E1): mostly technical issues, from customers unfamiliar with the technology. */
export const computers: IndustryPrior = {
  name: words('Computers', 'کامپیوتر', 'الحواسيب'),
  customers: [60_000, 20_000, 150_000],
  contactsPerCustomer: [0.35, 0.15, 0.7],
  hours: 'extended',
  digitalSkill: 'low',
  hasCounter: true,
  isTechnical: true,
  issues: [
    {
      id: 'product-questions',
      name: words('Product questions', 'پرسش درباره‌ی محصول', 'أسئلة عن المنتجات'),
      share: 0.25,
      complexity: 'simple',
    },
    {
      id: 'set-up',
      name: words('First set-up', 'راه‌اندازی اولیه', 'الإعداد الأول'),
      share: 0.25,
      complexity: 'simple',
    },
    {
      id: 'programs',
      name: words('Trouble with programs', 'مشکل نرم‌افزار', 'مشكلات البرامج'),
      share: 0.2,
      complexity: 'moderate',
    },
    {
      id: 'connections',
      name: words('Networks and connections', 'شبکه و اتصال', 'الشبكات والاتصال'),
      share: 0.2,
      complexity: 'moderate',
    },
    {
      id: 'device-faults',
      name: words('Faults of devices', 'خرابی دستگاه', 'أعطال الأجهزة'),
      share: 0.1,
      complexity: 'engineering',
    },
  ],
};

export const software: IndustryPrior = {
  name: words('Software', 'نرم‌افزار', 'البرمجيات'),
  customers: [8_000, 1_500, 40_000],
  contactsPerCustomer: [0.3, 0.1, 0.8],
  hours: 'office',
  digitalSkill: 'high',
  hasCounter: false,
  isTechnical: true,
  issues: [
    {
      id: 'how-to',
      name: words('How to use it', 'شیوه‌ی کار با برنامه', 'كيفية الاستخدام'),
      share: 0.4,
      complexity: 'simple',
    },
    {
      id: 'accounts',
      name: words('Accounts and billing', 'حساب کاربری و صورت‌حساب', 'الحسابات والفواتير'),
      share: 0.2,
      complexity: 'simple',
    },
    {
      id: 'integrations',
      name: words('Set-up and connections', 'راه‌اندازی و اتصال به سامانه‌های دیگر', 'الإعداد والربط بالأنظمة'),
      share: 0.2,
      complexity: 'complex',
    },
    {
      id: 'defects',
      name: words('Defects', 'خطای برنامه', 'أخطاء البرنامج'),
      share: 0.2,
      complexity: 'engineering',
    },
  ],
};

export const telecom: IndustryPrior = {
  name: words('Telecommunications', 'مخابرات و اینترنت', 'الاتصالات والإنترنت'),
  customers: [150_000, 30_000, 600_000],
  contactsPerCustomer: [0.25, 0.1, 0.5],
  hours: 'always',
  digitalSkill: 'medium',
  hasCounter: true,
  isTechnical: true,
  issues: [
    {
      id: 'bills',
      name: words('Bills and tariffs', 'صورت‌حساب و تعرفه', 'الفواتير والتعرفات'),
      share: 0.35,
      complexity: 'simple',
    },
    {
      id: 'orders',
      name: words('New lines and changes', 'اشتراک تازه و تغییر', 'الخطوط الجديدة والتغييرات'),
      share: 0.2,
      complexity: 'simple',
    },
    {
      id: 'slow-connection',
      name: words('Slow connection', 'کندی اتصال', 'بطء الاتصال'),
      share: 0.3,
      complexity: 'moderate',
    },
    {
      id: 'line-faults',
      name: words('Faults of lines', 'خرابی خط', 'أعطال الخطوط'),
      share: 0.15,
      complexity: 'engineering',
    },
  ],
};

export const games: IndustryPrior = {
  name: words('Games', 'بازی', 'الألعاب'),
  customers: [200_000, 30_000, 1_000_000],
  contactsPerCustomer: [0.05, 0.02, 0.12],
  hours: 'everyDay',
  digitalSkill: 'high',
  hasCounter: false,
  isTechnical: true,
  issues: [
    { id: 'accounts', name: words('Accounts', 'حساب کاربری', 'الحسابات'), share: 0.35, complexity: 'simple' },
    {
      id: 'purchases',
      name: words('Purchases in the game', 'خرید درون بازی', 'المشتريات داخل اللعبة'),
      share: 0.3,
      complexity: 'moderate',
    },
    {
      id: 'behaviour',
      name: words('Reports of players', 'گزارش تخلف بازیکنان', 'بلاغات عن اللاعبين'),
      share: 0.2,
      complexity: 'moderate',
    },
    {
      id: 'defects',
      name: words('Defects', 'خطای بازی', 'أخطاء اللعبة'),
      share: 0.15,
      complexity: 'complex',
    },
  ],
};
