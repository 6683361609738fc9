// Online shops, travel, logistics, manufacturing: orders and what goes wrong with them.
import { words } from '../../words.ts';
import type { IndustryPrior } from '../industry.ts';

/** Duties of support in trade: product questions, orders, cancellations, returns and exchanges, complaints (R5). */
export const onlineShop: IndustryPrior = {
  name: words('Online shop', 'فروشگاه اینترنتی', 'متجر إلكتروني'),
  customers: [100_000, 20_000, 400_000],
  contactsPerCustomer: [0.2, 0.08, 0.4],
  hours: 'everyDay',
  digitalSkill: 'high',
  hasCounter: false,
  isTechnical: false,
  issues: [
    {
      id: 'product-questions',
      name: words('Product questions', 'پرسش درباره‌ی محصول', 'أسئلة عن المنتجات'),
      share: 0.2,
      complexity: 'simple',
    },
    {
      id: 'orders',
      name: words('Orders and cancellations', 'سفارش و لغو سفارش', 'طلبات الشراء وإلغاؤها'),
      share: 0.4,
      complexity: 'simple',
    },
    {
      id: 'returns',
      name: words('Returns and exchanges', 'مرجوعی و تعویض', 'الإرجاع والاستبدال'),
      share: 0.2,
      complexity: 'moderate',
    },
    { id: 'payments', name: words('Payments', 'پرداخت', 'المدفوعات'), share: 0.12, complexity: 'moderate' },
    { id: 'complaints', name: words('Complaints', 'شکایت', 'الشكاوى'), share: 0.08, complexity: 'complex' },
  ],
};

export const travel: IndustryPrior = {
  name: words('Travel', 'سفر و گردشگری', 'السفر والسياحة'),
  customers: [50_000, 8_000, 250_000],
  contactsPerCustomer: [0.25, 0.1, 0.6],
  hours: 'always',
  digitalSkill: 'medium',
  hasCounter: false,
  isTechnical: false,
  issues: [
    { id: 'bookings', name: words('Bookings', 'رزرو', 'الحجوزات'), share: 0.4, complexity: 'simple' },
    {
      id: 'changes',
      name: words('Changes and refunds', 'تغییر و بازپرداخت', 'التعديل والاسترداد'),
      share: 0.35,
      complexity: 'moderate',
    },
    {
      id: 'on-the-way',
      name: words('Trouble on the way', 'مشکل در سفر', 'مشكلات أثناء السفر'),
      share: 0.15,
      complexity: 'complex',
    },
    { id: 'complaints', name: words('Complaints', 'شکایت', 'الشكاوى'), share: 0.1, complexity: 'complex' },
  ],
};

export const logistics: IndustryPrior = {
  name: words('Logistics', 'حمل‌ونقل و پست', 'النقل والتوصيل'),
  customers: [80_000, 10_000, 400_000],
  contactsPerCustomer: [0.25, 0.1, 0.5],
  hours: 'extended',
  digitalSkill: 'medium',
  hasCounter: true,
  isTechnical: false,
  issues: [
    {
      id: 'tracking',
      name: words('Where is my parcel', 'پیگیری مرسوله', 'تتبّع الشحنات'),
      share: 0.5,
      complexity: 'simple',
      repeated: [0.75, 0.6, 0.9],
    },
    {
      id: 'pick-ups',
      name: words('Pick-ups and prices', 'تحویل‌گیری و نرخ', 'الاستلام والأسعار'),
      share: 0.25,
      complexity: 'simple',
    },
    {
      id: 'damage',
      name: words('Loss and damage', 'گم‌شدن و آسیب', 'الفقدان والتلف'),
      share: 0.15,
      complexity: 'complex',
    },
    {
      id: 'accounts',
      name: words('Business accounts', 'مشتریان سازمانی', 'حسابات الشركات'),
      share: 0.1,
      complexity: 'moderate',
    },
  ],
};

export const manufacturing: IndustryPrior = {
  name: words('Manufacturing', 'تولید و صنعت', 'الصناعة'),
  customers: [5_000, 800, 30_000],
  contactsPerCustomer: [0.4, 0.15, 1],
  hours: 'office',
  digitalSkill: 'medium',
  hasCounter: false,
  isTechnical: true,
  issues: [
    {
      id: 'orders',
      name: words('Orders and delivery', 'سفارش و تحویل', 'طلبات الشراء والتسليم'),
      share: 0.35,
      complexity: 'simple',
    },
    {
      id: 'parts',
      name: words('Spare parts', 'قطعات یدکی', 'قطع الغيار'),
      share: 0.25,
      complexity: 'moderate',
    },
    {
      id: 'use',
      name: words('Installation and use', 'نصب و کاربری', 'التركيب والتشغيل'),
      share: 0.2,
      complexity: 'moderate',
    },
    {
      id: 'faults',
      name: words('Faults of machines', 'خرابی دستگاه', 'أعطال الآلات'),
      share: 0.2,
      complexity: 'engineering',
    },
  ],
};
