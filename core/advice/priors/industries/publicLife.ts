// Health, education, public services, and companies of no industry in particular.
import { words } from '../../words.ts';
import type { IndustryPrior } from '../industry.ts';

export const health: IndustryPrior = {
  name: words('Health', 'بهداشت و درمان', 'الصحة'),
  customers: [40_000, 5_000, 200_000],
  contactsPerCustomer: [0.3, 0.1, 0.7],
  hours: 'extended',
  digitalSkill: 'low',
  hasCounter: true,
  isTechnical: false,
  issues: [
    {
      id: 'appointments',
      name: words('Appointments', 'نوبت‌دهی', 'المواعيد'),
      share: 0.5,
      complexity: 'simple',
      repeated: [0.7, 0.5, 0.85],
    },
    {
      id: 'results',
      name: words('Results and records', 'نتیجه و پرونده', 'النتائج والملفات'),
      share: 0.25,
      complexity: 'moderate',
    },
    {
      id: 'payments',
      name: words('Bills and insurance', 'صورت‌حساب و بیمه', 'الفواتير والتأمين'),
      share: 0.15,
      complexity: 'moderate',
    },
    {
      id: 'advice',
      name: words('Medical advice', 'مشاوره‌ی درمانی', 'المشورة الطبية'),
      share: 0.1,
      complexity: 'complex',
    },
  ],
};

export const education: IndustryPrior = {
  name: words('Education', 'آموزش', 'التعليم'),
  customers: [20_000, 2_000, 100_000],
  contactsPerCustomer: [0.25, 0.1, 0.6],
  hours: 'office',
  digitalSkill: 'high',
  hasCounter: false,
  isTechnical: false,
  issues: [
    {
      id: 'enrolment',
      name: words('Enrolment and fees', 'ثبت‌نام و شهریه', 'التسجيل والرسوم'),
      share: 0.4,
      complexity: 'simple',
    },
    {
      id: 'courses',
      name: words('Courses and timetables', 'درس و برنامه', 'المقررات والجداول'),
      share: 0.3,
      complexity: 'simple',
    },
    {
      id: 'platform',
      name: words('Trouble with the platform', 'مشکل سامانه', 'مشكلات المنصة'),
      share: 0.2,
      complexity: 'moderate',
    },
    {
      id: 'special-cases',
      name: words('Special cases', 'موردهای ویژه', 'الحالات الخاصة'),
      share: 0.1,
      complexity: 'complex',
    },
  ],
};

export const publicService: IndustryPrior = {
  name: words('Public service', 'خدمات عمومی', 'الخدمات العامة'),
  customers: [300_000, 50_000, 1_500_000],
  contactsPerCustomer: [0.05, 0.02, 0.12],
  hours: 'office',
  digitalSkill: 'low',
  hasCounter: true,
  isTechnical: false,
  issues: [
    {
      id: 'information',
      name: words('Information', 'راهنمایی و اطلاعات', 'المعلومات'),
      share: 0.5,
      complexity: 'simple',
      repeated: [0.65, 0.5, 0.8],
    },
    {
      id: 'applications',
      name: words('Applications', 'درخواست و پرونده', 'المعاملات والملفات'),
      share: 0.3,
      complexity: 'moderate',
    },
    { id: 'complaints', name: words('Complaints', 'شکایت', 'الشكاوى'), share: 0.2, complexity: 'complex' },
  ],
};

export const other: IndustryPrior = {
  name: words('Another industry', 'صنعتی دیگر', 'قطاع آخر'),
  customers: [20_000, 2_000, 200_000],
  contactsPerCustomer: [0.2, 0.05, 0.6],
  hours: 'extended',
  digitalSkill: 'medium',
  hasCounter: false,
  isTechnical: false,
  issues: [
    {
      id: 'general-questions',
      name: words('General questions', 'پرسش‌های عمومی', 'أسئلة عامة'),
      share: 0.5,
      complexity: 'simple',
    },
    {
      id: 'accounts',
      name: words('Orders and accounts', 'سفارش و حساب', 'طلبات الشراء والحسابات'),
      share: 0.25,
      complexity: 'simple',
    },
    { id: 'problems', name: words('Problems', 'مشکلات', 'المشكلات'), share: 0.15, complexity: 'moderate' },
    { id: 'complaints', name: words('Complaints', 'شکایت', 'الشكاوى'), share: 0.1, complexity: 'complex' },
  ],
};
