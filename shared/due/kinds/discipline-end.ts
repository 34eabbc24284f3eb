/** The last day on which a discipline is in force: the one on record, else as its form has it. */
import { disciplineTerm } from "../../career/discipline";
import { dateOf } from "../../domain/checks/reading";
import type { DueGap } from "../../domain/due";
import { packedToIso } from "../../domain/partial-date";
import { disciplineForms, disciplineSides } from "../../domain/values";
import { type DueReader, type FoundItem, itemOn, staffKind } from "../types";

export const disciplineEnd: DueReader = (person) => {
  const items: FoundItem[] = [];
  const missing: DueGap[] = [];
  const staff = staffKind(person);
  for (const row of person.rows.discipline) {
    const side = disciplineSides.find((one) => one === row["side"]);
    const form = disciplineForms.find((one) => one === row["form"]);
    if (side === undefined || form === undefined) continue;
    const from = dateOf(row, "from");
    const to = dateOf(row, "to");
    const params = {
      form: { list: "disciplineForm", key: form },
      side: { list: "disciplineSide", key: side },
    } as const;
    if (to !== null) {
      items.push(itemOn(to, { key: "disciplineWritten", params }));
      continue;
    }
    if (from === null) {
      missing.push("disciplineFrom");
      continue;
    }
    const { end, rule } = staff === null ? noTerm : disciplineTerm({ side, form, from, to }, staff);
    if (end === null || rule === null) {
      missing.push("disciplineRule");
      continue;
    }
    // As precise as the day of the decision; of all that it can mean the last one counts.
    const on = packedToIso(end.latest).slice(0, from.length);
    const months = rule.months;
    items.push(
      itemOn(
        on,
        { key: "disciplineByForm", params: { ...params, from: { date: from }, months } },
        !rule.verified,
      ),
    );
  }
  return { items, missing };
};

const noTerm = { end: null, rule: null } as const;
