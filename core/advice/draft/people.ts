// Roles with their duties (E4, R5), and contracts with what a person costs (M7, M8).
import type { PlanInput } from '../../plan/schema/plan.ts';
import type { Company } from '../company/company.ts';
import { assumedQuantity, quantityOf } from '../company/figure.ts';
import { partnerHourFactor, remotePayFactor } from '../decisions/sourcing.ts';
import { payPerWorkedHour } from '../money.ts';
import type { Prior } from '../priors/industry.ts';
import { type PayGrade, payFactors } from '../priors/money.ts';
import {
  attritionPerYear,
  hiringMonths,
  hiringWeeks,
  hoursPerWeek,
  leadContactShare,
  managerContactShare,
  spans,
  toolShare,
  trainingHours,
} from '../priors/people.ts';
import type { Sourcing } from '../structures/structure.ts';
import { type Words, words } from '../words.ts';

type Role = NonNullable<PlanInput['roles']>[number];
type Contract = NonNullable<PlanInput['contracts']>[number];
export type RoleId = Role['kind'];

const duty = {
  answer: words(
    'Solve problems and answer questions',
    'حل مشکل‌ها و پاسخ به پرسش‌ها',
    'حل المشكلات والإجابة عن الأسئلة',
  ),
  orders: words(
    'Process orders, cancellations, returns and exchanges',
    'انجام سفارش، لغو، مرجوعی و تعویض',
    'تنفيذ طلبات الشراء والإلغاء والإرجاع والاستبدال',
  ),
  offer: words('Tell of offers and products', 'معرفی محصول‌ها و پیشنهادها', 'التعريف بالعروض والمنتجات'),
  technical: words(
    'Troubleshoot and help to install',
    'عیب‌یابی و کمک به نصب',
    'تشخيص الأعطال والمساعدة في التركيب',
  ),
  passOn: words(
    'Pass on at once what is beyond the team',
    'ارجاع فوری آنچه از توان تیم بیرون است',
    'تصعيد ما يفوق قدرة الفريق فورًا',
  ),
  lead: words(
    'Guide and watch the team, help its members',
    'هدایت و پایش تیم و کمک به اعضا',
    'توجيه الفريق ومتابعته ومساعدة أعضائه',
  ),
  hard: words(
    'Take the cases of customers who insist',
    'رسیدگی به مشتریانی که پافشاری می‌کنند',
    'تولّي حالات العملاء المُصرّين',
  ),
  first: words(
    'Take first contact and lead to the right team',
    'نخستین تماس و هدایت به تیم درست',
    'استقبال أول تواصل والتوجيه إلى الفريق المناسب',
  ),
  policies: words(
    'Make policies and procedures, answer for support',
    'تدوین سیاست‌ها و رویه‌ها و پاسخ‌گویی برای کل پشتیبانی',
    'وضع السياسات والإجراءات والمسؤولية عن الدعم',
  ),
  train: words('Train new agents', 'آموزش نمایندگان تازه', 'تدريب الممثّلين الجدد'),
  kpis: words('Track the figures of the team', 'پیگیری شاخص‌های تیم', 'متابعة مؤشرات الفريق'),
  quality: words(
    'Review cases, read the free text of surveys',
    'بازبینی پرونده‌ها و خواندن متن نظرسنجی‌ها',
    'مراجعة الحالات وقراءة نصوص الاستبيانات',
  ),
  feedback: words(
    'Gather feedback and pass it to marketing and product',
    'گردآوری بازخورد و رساندن آن به بازاریابی و محصول',
    'جمع الملاحظات وإيصالها إلى التسويق والمنتج',
  ),
  content: words('Write articles and guides', 'نوشتن مقاله و راهنما', 'كتابة المقالات والأدلة'),
  projects: words(
    'Run projects: new channels, tools, ways of work',
    'پیش‌بردن پروژه‌ها: کانال، ابزار و شیوه‌ی تازه',
    'إدارة المشاريع: قنوات وأدوات وأساليب جديدة',
  ),
  watch: words(
    'Watch social networks and take complaints into the normal channels',
    'پایش شبکه‌های اجتماعی و آوردن شکایت‌ها به کانال‌های عادی',
    'متابعة شبكات التواصل وإدخال الشكاوى في القنوات المعتادة',
  ),
} as const satisfies Readonly<Record<string, Words>>;

export const roleNames = {
  dispatcher: words('Dispatcher', 'دیسپچر', 'موزّع الطلبات'),
  agent: words('Agent', 'نماینده', 'ممثّل خدمة العملاء'),
  lead: words('Lead', 'رهبر تیم', 'قائد الفريق'),
  manager: words('Manager', 'مدیر', 'مدير'),
  trainer: words('Trainer', 'مربی', 'مدرّب'),
  quality: words('Quality reviewer', 'بازبین کیفیت', 'مراجع الجودة'),
  projectManager: words('Project manager', 'مدیر پروژه', 'مدير مشاريع'),
  operations: words('Operations', 'عملیات', 'عمليات'),
  socialMediaWatch: words('Social-media watch', 'پایش شبکه‌های اجتماعی', 'متابعة شبكات التواصل'),
  other: words('Other role', 'نقش دیگر', 'دور آخر'),
} as const satisfies Readonly<Record<RoleId, Words>>;

/** A role; its id is its kind. */
export function roleOf(kind: RoleId, { isHelpDesk, needs }: Company): Role {
  const agentDuties = [
    duty.answer,
    ...(isHelpDesk ? [duty.technical] : [duty.orders]),
    ...(needs.sells === true ? [duty.offer] : []),
    duty.passOn,
  ];
  const duties: Readonly<Record<RoleId, readonly Words[]>> = {
    dispatcher: [duty.first],
    agent: agentDuties,
    lead: [duty.lead, duty.hard, duty.kpis],
    manager: [duty.policies, duty.train, duty.feedback],
    trainer: [duty.train, duty.content],
    quality: [duty.quality, duty.feedback, duty.kpis],
    projectManager: [duty.projects],
    operations: [duty.projects],
    socialMediaWatch: [duty.watch],
    other: [],
  };
  const own: Partial<Role> =
    kind === 'lead'
      ? { maximumSpan: spans.lead, contactTimeShare: assumedQuantity(leadContactShare) }
      : kind === 'manager'
        ? { maximumSpan: spans.manager, contactTimeShare: assumedQuantity(managerContactShare) }
        : kind === 'agent' || kind === 'dispatcher'
          ? {}
          : { contactTimeShare: 0 };
  return { id: kind, name: roleNames[kind], kind, duties: [...duties[kind]], ...own };
}

const gradeNames: Readonly<Record<PayGrade, Words>> = {
  agent: words('Agent, full time', 'نماینده، تمام‌وقت', 'ممثّل بدوام كامل'),
  specialist: words('Specialist, full time', 'کارشناس، تمام‌وقت', 'اختصاصي بدوام كامل'),
  engineer: words('Engineer, full time', 'مهندس، تمام‌وقت', 'مهندس بدوام كامل'),
  dispatcher: words('Dispatcher, full time', 'دیسپچر، تمام‌وقت', 'موزّع طلبات بدوام كامل'),
  lead: words('Lead, full time', 'رهبر تیم، تمام‌وقت', 'قائد فريق بدوام كامل'),
  manager: words('Manager, full time', 'مدیر، تمام‌وقت', 'مدير بدوام كامل'),
  operations: words('Operations, full time', 'عملیات، تمام‌وقت', 'عمليات بدوام كامل'),
};
const remoteWord = words('remote', 'دورکار', 'عن بُعد');
const partnerName = words('Partner, by the hour', 'شریک بیرونی، ساعتی', 'شريك خارجي بالساعة');

export const contractId = (grade: PayGrade, sourcing: Sourcing): string =>
  sourcing === 'outsourced' ? `partner-${grade}` : sourcing === 'remote' ? `${grade}-remote` : grade;

const scaled = ([value, low, high]: Prior, by: number): Prior => [value * by, low * by, high * by];
/** Both ranges count, as if they were independent: their relative widths are added as roots of squares. */
const times = (one: Prior, two: Prior): Prior => {
  const value = one[0] * two[0];
  const width = (place: 1 | 2): number => {
    const part = (of: Prior): number => (of[0] === 0 ? 0 : of[place] / of[0] - 1);
    return Math.sqrt(part(one) ** 2 + part(two) ** 2);
  };
  return [value, Math.max(0, value * (1 - width(1))), value * (1 + width(2))];
};

export function contractOf(grade: PayGrade, sourcing: Sourcing, company: Company): Contract {
  const { pay } = company;
  const own: Prior = scaled([pay.value, pay.low, pay.high], payFactors[grade]);
  const name = gradeNames[grade];
  const money = (prior: Prior) =>
    quantityOf({ value: prior[0], low: prior[1], high: prior[2], status: 'assumed' }, 2);
  if (sourcing === 'outsourced') {
    const hour = times(scaled(own, payPerWorkedHour(1)), partnerHourFactor);
    return { id: contractId(grade, sourcing), name: partnerName, hoursPerWeek, costPerHour: money(hour) };
  }
  const isRemote = sourcing === 'remote';
  const perMonth = isRemote ? times(own, remotePayFactor) : own;
  const tools = scaled([pay.value, pay.low, pay.high], isRemote ? toolShare.remote : toolShare.inHouse);
  const isGiven = grade === 'agent' && !isRemote && pay.status === 'given';
  const isTechnical = grade === 'specialist' || grade === 'engineer';
  return {
    id: contractId(grade, sourcing),
    name: isRemote
      ? {
          en: `${name.en}, ${remoteWord.en}`,
          fa: `${name.fa}، ${remoteWord.fa}`,
          ar: `${name.ar}، ${remoteWord.ar}`,
        }
      : name,
    hoursPerWeek,
    costPerMonth: isGiven ? quantityOf(pay, 2) : money(perMonth),
    toolCostPerSeatPerMonth: money(tools),
    trainingHoursPerMonth: assumedQuantity(isTechnical ? trainingHours.technical : trainingHours.usual),
    hiringCost: money(times(own, hiringMonths)),
    hiringWeeks: assumedQuantity(hiringWeeks),
    attritionPerYear: assumedQuantity(attritionPerYear),
  };
}
