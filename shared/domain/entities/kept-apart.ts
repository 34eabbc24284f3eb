/** Two officials who look alike and surely are two people. */
import { entity } from "./definition";

export const keptApart = entity({
  id: 10,
  owner: null,
  authority: "anybody",
  scope: "both",
  entered: false,
  aside: true,
  counted: "quiet",
  title: null,
  label: null,
  fields: {
    one: { id: 1, type: "reference", entity: "official", required: true },
    other: { id: 2, type: "reference", entity: "official", required: true },
  },
});
