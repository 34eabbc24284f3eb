/** Names of what people can be counted by on the command line. */
export const dimension = {
  unit: "Unit",
  post: "Post",
  postGroup: "Post group",
  category: "Kind of official",
  sex: "Sex",
  ageBand: "Age band",
  ethnicity: "Ethnicity",
  religion: "Religion",
  party: "Party",
} as const;
