/** Words of the one line that a list of changes is read by. A person's name stands before it. */
export const changeLine = {
  created: "thêm {{what}}",
  removed: "xóa {{what}}",
  restored: "khôi phục {{what}}",
  kept: "giữ lại {{what}}, không xóa",
  entity: { official: "hồ sơ", other: "{{entity}}" },
  becomes: "{{before}} → {{after}}",
  field: "{{field}}: {{before}} → {{after}}",
  rowField: "{{row}}, {{field}}: {{before}} → {{after}}",
  keptField: "{{field}}: giữ {{after}} như đang hiện",
  keptRowField: "{{row}}, {{field}}: giữ {{after}} như đang hiện",
  keptValue: "{{value}} (giữ như đang hiện)",
  andOthers: "{{first}}; {{text}} mục khác",
  andMany: "{{first}}; nhiều mục khác",
  people: "{{names}} và {{text}} người nữa",
  manyPeople: "{{names}} và hơn {{text}} người nữa",
  of: "{{name}}: {{what}}",
} as const;
