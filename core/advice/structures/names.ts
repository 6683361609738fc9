// Names of tiers, teams and roles that an advice draws.
import { words } from '../words.ts';

export const tierNames = [
  words('Tier 1', 'رده‌ی اول', 'المستوى الأول'),
  words('Tier 2', 'رده‌ی دوم', 'المستوى الثاني'),
  words('Tier 3', 'رده‌ی سوم', 'المستوى الثالث'),
] as const;

/** What the tiers do (E2): basic help and general questions; technical; advanced technical and engineering. */
export const technicalTeams = [
  words('First help', 'پشتیبانی ابتدایی', 'الدعم الأساسي'),
  words('Technical support', 'پشتیبانی فنی', 'الدعم التقني'),
  words('Engineering support', 'پشتیبانی مهندسی پیشرفته', 'الدعم الهندسي المتقدم'),
] as const;
export const otherTeams = [
  words('First help', 'پشتیبانی ابتدایی', 'الدعم الأساسي'),
  words('Experienced support', 'پشتیبانی کارشناسی', 'دعم ذوي الخبرة'),
  words('Special cases', 'موردهای ویژه', 'الحالات الخاصة'),
] as const;

export const wholeSupport = words('Support', 'پشتیبانی', 'الدعم');
export const helpDesk = words('Help desk', 'میز پشتیبانی', 'مكتب المساعدة');
export const partner = words('Outside partner', 'شریک بیرونی', 'شريك خارجي');
export const secondSite = words('Second site', 'پایگاه دوم', 'الموقع الثاني');
export const reserve = words('Reserve', 'نیروی ذخیره', 'فريق احتياطي');
export const remaining = words('Other matters', 'موضوع‌های دیگر', 'مسائل أخرى');
export const voice = words('Phone and counter', 'تلفن و حضوری', 'الهاتف والحضور');
export const phoneTeam = words('Phone', 'تلفن', 'الهاتف');
export const chatTeam = words('Chat', 'چت', 'المحادثة');
export const written = words('Email and messages', 'ایمیل و پیام', 'البريد والرسائل');
export const dispatchers = words('Dispatchers', 'دیسپچرها', 'موزّعو الطلبات');
export const leads = words('Leads', 'رهبران تیم', 'قادة الفرق');
export const management = words('Management', 'مدیریت', 'الإدارة');
export const operations = words('Support operations', 'عملیات پشتیبانی', 'عمليات الدعم');
