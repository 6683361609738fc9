// What the parts of the plan in which every field says something have in common.
export const named = (en: string) => ({ en, fa: en, ar: en });

export const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
