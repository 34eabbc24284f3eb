/** Words of the one line that a list of changes is read by. A person's name stands before it. */
export const changeLine = {
  created: "added {{what}}",
  removed: "removed {{what}}",
  restored: "restored {{what}}",
  kept: "kept {{what}}, not removed",
  entity: { official: "record", other: "{{entity}}" },
  becomes: "{{before}} → {{after}}",
  field: "{{field}}: {{before}} → {{after}}",
  rowField: "{{row}}, {{field}}: {{before}} → {{after}}",
  keptField: "{{field}}: kept {{after}} as shown",
  keptRowField: "{{row}}, {{field}}: kept {{after}} as shown",
  keptValue: "{{value}} (kept as shown)",
  andOthers: "{{first}}; {{text}} more",
  andMany: "{{first}}; many more",
  people: "{{names}} and {{text}} more",
  manyPeople: "{{names}} and more than {{text}} others",
  of: "{{name}}: {{what}}",
} as const;
