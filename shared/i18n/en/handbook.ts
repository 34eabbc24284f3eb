/** Words around the user guide in the window; the guide's own are in docs/huong-dan.md. */
export const handbook = {
  title: "User guide (in Vietnamese)",
  contents: "Contents",
  search: "Search the guide",
  found: "{{places}} places",
  nothing: "“{{query}}” is not in the guide; try fewer words.",
  before: "Before: {{chapter}}",
  after: "Next: {{chapter}}",
} as const;
