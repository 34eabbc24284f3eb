/** `import`: people from a workbook; what would be asked in the window is answered by files and options, or kept as text. */
import { basename, resolve } from "node:path";
import { appError } from "../../../shared/contract/errors";
import { HeadingBook } from "../../../shared/import/heading-book";
import { importDocument } from "../../services/import/document";
import type { ImportPlan } from "../../services/import/import-plan";
import type { Importing } from "../../services/import/importing";
import type { OpenRoster } from "../../services/open-roster";
import { ownDay } from "../../services/own-day";
import type { Command, CommandContext } from "../command";
import { importText } from "../import-text";
import { closing, openForWriting, reading, writingOptions } from "../roster-access";

export const importCommand: Command = {
  name: "import",
  needs: "edit",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "file", help: "workbook" },
  ],
  options: {
    ...writingOptions,
    map: { value: "file", help: "importMap" },
    sheet: { value: "name", help: "importSheet" },
    header: { value: "number", help: "importHeader" },
    "last-row": { value: "number", help: "importLastRow" },
    answers: { value: "file", help: "importAnswers" },
    answer: { value: "assignment", help: "importAnswer", many: /=/ },
    on: { value: "day", help: "importOn" },
    "dry-run": { value: null, help: "dryRun" },
  },
  async run(context) {
    const { args, ports } = context;
    const watch = { signal: ports.interrupted() };
    const { readWorkbookInThread } = await import("../../files/import/read-decoded");
    const path = resolve(args.argument("file"));
    const decoded = await readWorkbookInThread({ kind: "file", path }, watch);
    const source = { name: basename(path), decoded };
    const answers = await answersOf(context);
    const begin = (roster: OpenRoster) => begun(context, roster, source, answers);
    const isTrial = args.flag("dry-run");
    let isTold = false;
    // What is refused must leave the roster as it was, and opening it for writing may make its tables anew.
    await reading(context, async (roster) => {
      const importing = await begin(roster);
      importing.check();
      if (!isTrial && answers.size === 0) return;
      const plan = await importing.plan(watch);
      refuseUnasked(importing);
      if (!isTrial) return;
      isTold = true;
      tell(context, roster, importing, plan, null);
    });
    if (isTold) return;
    await closing(await openForWriting(context), async (roster) => {
      const importing = await begin(roster);
      const { plan, done } = await importing.apply(watch);
      tell(context, roster, importing, plan, done);
    });
  },
};

async function answersOf({ args }: CommandContext): Promise<Map<string, string>> {
  const { readTexts } = await import("../../services/import/choice-files");
  const file = args.option("answers");
  const answers = new Map(file === null ? [] : readTexts(resolve(file)));
  for (const word of args.texts("answer")) {
    const at = word.lastIndexOf("=");
    answers.set(word.slice(0, at), word.slice(at + 1));
  }
  return answers;
}

async function begun(
  { args, environment }: CommandContext,
  roster: OpenRoster,
  source: ConstructorParameters<typeof Importing>[2],
  answers: ReadonlyMap<string, string>,
): Promise<Importing> {
  const { Importing: Session } = await import("../../services/import/importing");
  const on = args.day("on") ?? ownDay(roster.db, environment);
  const importing = new Session(roster, environment, source, on);
  const [headerRow, lastRow] = [args.whole("header", 1), args.whole("last-row", 1)];
  const named = args.option("sheet");
  if (named !== null) {
    for (const { sheet } of importing.sheets())
      importing.choose(sheet.name, { included: sheet.name === named });
    importing.choose(named, { included: true });
  }
  for (const { sheet, included } of importing.sheets())
    if (named === null ? included || headerRow !== null : sheet.name === named)
      importing.choose(sheet.name, { headerRow, lastRow });
  await takeMap(importing, args.option("map"));
  importing.answer(answers);
  return importing;
}

async function takeMap(importing: Importing, file: string | null): Promise<void> {
  if (file === null) return;
  const { readTexts, rolesOf } = await import("../../services/import/choice-files");
  const map = readTexts(resolve(file));
  const book = new HeadingBook();
  for (const { sheet, layout } of importing.sheets())
    if (layout !== null) importing.choose(sheet.name, { roles: rolesOf(map, layout, book, file) });
}

/** @throws AppError import-answer-unknown, import-answer-unfit */
function refuseUnasked({ answers: { unasked, unfit, given } }: Importing): void {
  const [key] = unasked;
  if (key !== undefined) throw appError("import-answer-unknown", { key });
  const [other] = unfit;
  if (other !== undefined)
    throw appError("import-answer-unfit", { key: other, answer: given.get(other) ?? "" });
}

type Applied = Awaited<ReturnType<Importing["apply"]>>["done"];

function tell(
  context: CommandContext,
  roster: OpenRoster,
  importing: Importing,
  plan: ImportPlan,
  done: Applied,
): void {
  const { print, t } = context;
  const sheets = importing.sheets().filter(({ included }) => included);
  const document = {
    ...importDocument(plan, sheets, roster.catalog(), t),
    encoding: importing.encoding,
    leftParts: importing.leftParts,
    changeId: done?.changeId ?? null,
    proposed: done?.proposed ?? null,
  };
  print(document, () => importText(document, context.args.flag("dry-run"), t));
}
