// Banks and insurers: money, cards, claims.
import { words } from '../../words.ts';
import type { IndustryPrior } from '../industry.ts';

export const banking: IndustryPrior = {
  name: words('Banking', 'بانکداری', 'المصارف'),
  customers: [200_000, 30_000, 1_000_000],
  contactsPerCustomer: [0.12, 0.05, 0.3],
  hours: 'always',
  digitalSkill: 'medium',
  hasCounter: true,
  isTechnical: false,
  issues: [
    {
      id: 'balances',
      name: words('Accounts and transfers', 'حساب و انتقال وجه', 'الحسابات والتحويلات'),
      share: 0.4,
      complexity: 'simple',
      repeated: [0.6, 0.4, 0.8],
    },
    { id: 'cards', name: words('Cards', 'کارت بانکی', 'البطاقات'), share: 0.25, complexity: 'simple' },
    {
      id: 'online-banking',
      name: words('Online banking', 'بانکداری اینترنتی', 'الخدمات المصرفية عبر الإنترنت'),
      share: 0.2,
      complexity: 'moderate',
    },
    { id: 'loans', name: words('Loans', 'وام', 'القروض'), share: 0.1, complexity: 'complex' },
    {
      id: 'misuse',
      name: words('Misuse and disputes', 'سوءاستفاده و اعتراض', 'الاحتيال والاعتراضات'),
      share: 0.05,
      complexity: 'complex',
    },
  ],
};

export const insurance: IndustryPrior = {
  name: words('Insurance', 'بیمه', 'التأمين'),
  customers: [80_000, 10_000, 400_000],
  contactsPerCustomer: [0.12, 0.05, 0.3],
  hours: 'office',
  digitalSkill: 'medium',
  hasCounter: false,
  isTechnical: false,
  issues: [
    {
      id: 'policies',
      name: words('Policies and premiums', 'بیمه‌نامه و حق بیمه', 'الوثائق والأقساط'),
      share: 0.45,
      complexity: 'simple',
    },
    {
      id: 'changes',
      name: words('Changes of contracts', 'تغییر قرارداد', 'تعديل العقود'),
      share: 0.2,
      complexity: 'moderate',
    },
    { id: 'claims', name: words('Claims', 'خسارت', 'المطالبات'), share: 0.3, complexity: 'complex' },
    { id: 'complaints', name: words('Complaints', 'شکایت', 'الشكاوى'), share: 0.05, complexity: 'complex' },
  ],
};
