/** The office that keeps a roster. Each roster has its own row; packets bring those of other offices. */
import { entity } from "./definition";

export const office = entity({
  id: 1,
  owner: null,
  authority: "office",
  scope: "around",
  entered: true,
  counted: "quiet",
  title: "name",
  label: null,
  fields: {
    unit: { id: 1, type: "reference", entity: "unit", required: true },
    name: { id: 2, type: "text", format: "line", required: true },
    preparedBy: { id: 3, type: "text", format: "line" },
    signerTitle: { id: 4, type: "text" },
    signerName: { id: 5, type: "text", format: "line" },
    /** Set only in a sample roster: the day its made-up people were made for. */
    sampleAsOf: { id: 6, type: "day" },
  },
});
