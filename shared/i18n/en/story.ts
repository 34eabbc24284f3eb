/** English twin of vi/story.ts. */
export const story = {
  column: { when: "When", kind: "Part", what: "What", recorded: "Written down" },
  undated: "Time not known",
  since: "since {{day}}",
  until: "until {{day}}",
  recorded: "written {{at}}, {{user}}",
  changed: "changed {{at}}, {{user}}",
  unrecorded: "no trace of it is left in the log",
  label: "The history of this person",
  none: "Nothing in the record has a day",
  noneText:
    "Joining the Party, posts, papers, pay, rewards and classes on record stand here in the order of time.",
} as const;
