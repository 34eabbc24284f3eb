/** Words of what needs doing, over the figures of the main screen. */
export const toDo = {
  label: "To do",
  item: {
    setUp: "{{text}} first steps left",
    conflicts: "{{text}} conflicts to settle",
    proposals: "{{text}} proposals to decide about",
    questions: "{{text}} questions to answer",
    duplicates: "{{text}} likely duplicates",
    unreadable: "{{text}} values that cannot be read",
    waiting: "{{text}} entries that wait for a file",
    kept: "{{text}} texts not understood yet, to be matched",
    lines: "{{text}} rows of the last import not taken",
    unposted: "{{text}} people without a post on record, who are in none of the figures",
    unknown: "{{text}} people of whom it is not known",
  },
} as const;
