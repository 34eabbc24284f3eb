/** The base pay by which coefficients are multiplied (lương cơ sở), from a day on. */
import { error } from "../checks/found";
import { textOf } from "../checks/reading";
import { entity } from "./definition";

export const basePay = entity({
  id: 52,
  owner: null,
  authority: "top",
  scope: "everybody",
  entered: true,
  counted: "catalog",
  table: { tab: "pay" },
  title: "clause",
  label: null,
  since: "validFrom",
  fields: {
    validFrom: { id: 1, type: "day", required: true },
    amount: { id: 2, type: "money", required: true },
    clause: { id: 3, type: "text", format: "line", required: true, maxLength: 300 },
    verified: { id: 4, type: "boolean" },
  },
  checkAmong: (fields, others) => {
    const day = textOf(fields, "validFrom");
    return day !== null && others.holding("validFrom", day).length > 0
      ? [error("validFrom", "dayTaken")]
      : [];
  },
});
