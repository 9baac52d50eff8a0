/** Where a filing pack can go, in the order of a case's life. */
export const packDestinations = [
  'mediation',
  'payment-order',
  'arbitration',
  'preservation',
  'filing',
  'enforcement',
  'dishonest',
] as const;

export type PackDestination = (typeof packDestinations)[number];

/** Key of a pack's own answers in `case.choices`. */
export const packChoices = (destination: PackDestination): string => `pack-${destination}`;
