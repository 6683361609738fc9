// Closed lists of the plan that screens offer, too. Without the schema library, so that the window can know them.

export const roleKinds = [
  'dispatcher',
  'agent',
  'lead',
  'manager',
  'trainer',
  'quality',
  'projectManager',
  'operations',
  'socialMediaWatch',
  'other',
] as const;

/** Where people are employed and work. */
export const sourcings = ['inHouse', 'remote', 'outsourced', 'distributed'] as const;

export const channelKinds = [
  'phone',
  'callBack',
  'email',
  'chat',
  'messaging',
  'social',
  'webForm',
  'inPerson',
  'virtualAssistant',
  'selfService',
] as const;
