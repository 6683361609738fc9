// Names that an advice gives to parts of a plan, in the three languages.
export interface Words {
  readonly en: string;
  readonly fa: string;
  readonly ar: string;
}

export const words = (en: string, fa: string, ar: string): Words => ({ en, fa, ar });

/** Where an assumed figure of a plan comes from; whoever opens the plan sees it beside the figure. */
export const assumedSource: Words = words(
  'Assumed: usual in this kind of support; replace it with your own record.',
  'فرض شده است: مقداری معمول در این نوع پشتیبانی؛ آمار خود را جایگزین کنید.',
  'رقم مفترض: مقدار معتاد في هذا النوع من الدعم، فاستبدل به سجلّاتك.',
);
