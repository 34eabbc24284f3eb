/** Words about a date that was typed: what is unclear in it, or no day at all. */
export const typedDate = {
  format: "Write 12/5/1980, 5/1980 or 1980",
  unclear: "Write the year in full: {{choices}}?",
  or: " or ",
  noDay: "Month {{month}} of {{year}} has only {{days}} days",
  noMonth: "There is no month {{month}}",
  noYear: "Years go from 1900 to 2200",
  zero: "Leave out an unknown day or month: 5/1980 or 1980",
} as const;
