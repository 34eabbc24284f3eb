/** The longest texts that calls take where no field of the registry says it; the window says them beside the input. */
export const textLimits = { reason: 500, question: 2000, userName: 100 } as const;

/** Letters of one field that a call carries: more is refused with everything beside it. */
export const longestValue = 100_000;
