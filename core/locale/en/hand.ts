export const hand = {} as const;
