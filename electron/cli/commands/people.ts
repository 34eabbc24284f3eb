/** `people`: the list behind a number of the table, each with findings and what is missing. */
import type { OfficialFilter } from "../../../shared/contract/schemas/officials";
import { type StandardOrAll, standards } from "../../../shared/domain/values";
import { allInDocuments } from "../../../shared/statistics/by-unit";
import { statuses } from "../../../shared/standards/types";
import { formatDay, formatNumber } from "../../../shared/text/format";
import { type Arguments, wrong } from "../arguments";
import type { Command, CommandContext } from "../command";
import { type PersonEntry, peopleText } from "../people-table";
import { asOfDay, reading } from "../roster-access";

const standardWords = [...standards, allInDocuments] as const;

export const people: Command = {
  name: "people",
  arguments: [{ name: "roster", help: "roster" }],
  options: {
    unit: { value: "code", help: "unit" },
    standard: { value: "name", help: "standard", choices: standardWords },
    status: { value: "name", help: "status", choices: statuses },
    complement: { value: null, help: "complement" },
    "as-of": { value: "day", help: "asOf" },
  },
  async run(context) {
    const { args } = context;
    const cell = cellOf(context, args);
    const { Officials } = await import("../../services/officials");
    const { unitOfCode } = await import("../../services/catalog");
    const { peopleEntries } = await import("../people-entries");
    return reading(context, async (roster) => {
      const asOf = asOfDay(context, roster);
      const officials = new Officials(roster);
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitOfCode(catalog, code, asOf).id;
      const filter: OfficialFilter = {
        asOf,
        search: "",
        unitId,
        unitOnly: false,
        postId: null,
        serving: "serving",
        ...cell,
      };
      const { index, people } = await officials.list(filter, { column: "name", descending: false });
      printPeople(context, asOf, people.length, peopleEntries(roster, officials, index, people, asOf));
    });
  },
};

function cellOf({ t }: CommandContext, args: Arguments) {
  const word = args.choice("standard", standardWords);
  const standard: StandardOrAll | null = word === allInDocuments ? "all" : word;
  const status = args.choice("status", statuses);
  const complement = args.flag("complement");
  if ((standard === null) !== (status === null)) throw wrong(t, "statusWithStandard");
  if (complement && status === null) throw wrong(t, "complementAlone");
  return { standard, status, complement };
}

/** JSON goes out person by person: a nation's list is too long for one text. */
function printPeople(
  { json, print, write, t }: CommandContext,
  asOf: string,
  count: number,
  entries: Iterable<PersonEntry>,
): void {
  if (!json) {
    const title = t("cli:people.title", { count: formatNumber(count), day: formatDay(asOf) });
    print(null, () => `${title}\n\n${peopleText([...entries], t)}`);
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
