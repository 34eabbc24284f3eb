/** `people`: the list behind a number of the table, each with findings and what is missing. */
import { byName } from "../../../shared/columns/table-column";
import type { Moment } from "../../../shared/contract/schemas/common";
import type { OfficialFilter } from "../../../shared/contract/schemas/officials";
import { isoToPacked } from "../../../shared/domain/partial-date";
import { noteMarks, type Standard, type StandardOrAll, standards } from "../../../shared/domain/values";
import { allInDocuments } from "../../../shared/statistics/by-unit";
import { statuses } from "../../../shared/standards/types";
import type { Word } from "../../../shared/statistics/dimensions";
import { formatDay, formatNumber } from "../../../shared/text/format";
import type { Officials } from "../../services/officials";
import type { OpenRoster } from "../../services/open-roster";
import { type Arguments, wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { asksForCross, crossOptions, crossQuestion, wordText } from "../cross-question";
import { type PersonEntry, peopleText } from "../people-table";
import { kindsLine, kindsOf, kindsOptions } from "../kinds";
import { knownOnLines, momentOptions, readingAt } from "../roster-access";

const standardWords = [...standards, allInDocuments] as const;

export const people: Command = {
  name: "people",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    unit: { value: "code", help: "unit" },
    "unit-only": { value: null, help: "unitOnly" },
    standard: { value: "name", help: "standard", choices: standardWords },
    status: { value: "names", help: "status", choices: statuses, list: true },
    mark: { value: "name", help: "mark", choices: noteMarks },
    unposted: { value: null, help: "unposted" },
    complement: { value: null, help: "complement" },
    cell: { value: "cell", help: "cell" },
    ...crossOptions,
    ...kindsOptions,
    ...momentOptions,
  },
  async run(context) {
    const { args } = context;
    const cell = cellOf(context, args);
    const crossed = crossCell(context);
    const { Officials } = await import("../../services/officials");
    const { unitNamed } = await import("../../services/named-unit");
    const kinds = kindsOf(args, context.t);
    const { peopleEntries } = await import("../people-entries");
    return readingAt(context, async (roster, moment) => {
      const officials = new Officials(roster);
      if (crossed !== null) return printCrossed(context, roster, officials, moment, crossed);
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed(catalog, code, moment.on).id;
      const filter: OfficialFilter = {
        moment,
        search: "",
        unitId,
        unitOnly: args.flag("unit-only"),
        postId: null,
        serving: args.flag("unposted") ? "unposted" : "serving",
        kinds: [...kinds],
        ...cell,
      };
      const { index, people } = await officials.list(filter, byName);
      const entries = peopleEntries(roster, officials, index, people, { on: moment.on, kinds });
      const { counted } = index.catalog.ruleBook(isoToPacked(moment.on));
      printPeople(context, moment, counted, people.length, entries);
    });
  },
};

/** The cell of a cross table that is to be opened, or null. */
function crossCell({ args, t }: CommandContext): string | null {
  const cell = args.option("cell");
  if (cell === null) {
    if (asksForCross(args)) throw wrong(t, "crossNeedsCell");
    return null;
  }
  const alone = ["unit", "status", "mark"].every((name) => args.option(name) === null);
  if (!alone || args.flag("unposted")) throw wrong(t, "cellAlone");
  // What cannot be read is said before the roster is opened.
  crossQuestion(args, "", t);
  return cell.normalize("NFC");
}

/** Everybody in the cell, in Vietnamese order of names. */
async function printCrossed(
  context: CommandContext,
  roster: OpenRoster,
  officials: Officials,
  moment: Moment,
  cell: string,
): Promise<void> {
  const { filteredByKeys, peopleOfCross } = await import("../../services/cross");
  const { peopleEntries } = await import("../people-entries");
  const index = await roster.index();
  const { order } = await index.nameList;
  const inCell = new Uint8Array(index.facts.peopleCount);
  const say = (word: Word) => wordText(word, context.t);
  const { withAnswers } = await import("../../services/cross-answers");
  const named = crossQuestion(context.args, moment.on, context.t);
  const question = filteredByKeys(index, await withAnswers(roster, index, named, context.t), say);
  const asked = { on: moment.on, kinds: kindsOf(context.args, context.t) };
  for (const person of peopleOfCross(index, question, cell, say)) inCell[person] = 1;
  const people = order.filter((person) => inCell[person] === 1);
  const { counted } = index.catalog.ruleBook(isoToPacked(moment.on));
  const entries = peopleEntries(roster, officials, index, people, asked);
  printPeople(context, moment, counted, people.length, entries);
}

function cellOf({ t }: CommandContext, args: Arguments) {
  const word = args.choice("standard", standardWords);
  const standard: StandardOrAll | null = word === allInDocuments ? "all" : word;
  const asked = args.choices("status", statuses);
  const mark = args.choice("mark", noteMarks);
  const complement = args.flag("complement");
  const isHalf = standard === null ? asked !== null : asked === null && mark === null;
  // Whoever holds no post is judged by no standard.
  if (args.flag("unposted") && (standard !== null || mark !== null)) throw wrong(t, "unpostedAlone");
  if (isHalf) throw wrong(t, "statusWithStandard");
  if (complement && asked === null && mark === null) throw wrong(t, "complementAlone");
  if (args.flag("unit-only") && args.option("unit") === null) throw wrong(t, "unitOnlyAlone");
  return { standard, statuses: asked, mark, complement };
}

/** JSON goes out person by person: a nation's list is too long for one text. */
function printPeople(
  context: CommandContext,
  moment: Moment,
  counted: readonly Standard[],
  count: number,
  entries: Iterable<PersonEntry>,
): void {
  const { args, json, print, write, t } = context;
  if (!json) {
    const title = t("cli:people.title", { count: formatNumber(count), day: formatDay(moment.on) });
    const kinds = kindsLine(kindsOf(args, t), t);
    const heading = [title, ...knownOnLines(context, moment), kinds].join("\n");
    print(null, () => `${heading}\n\n${peopleText([...entries], counted, t)}`);
    return;
  }
  write(`{\n  "count": ${count},\n  "people": [`);
  let separator = "\n    ";
  for (const { document } of entries) {
    write(separator + JSON.stringify(document));
    separator = ",\n    ";
  }
  write(`${count === 0 ? "" : "\n  "}]\n}\n`);
}
