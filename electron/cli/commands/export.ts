/** `export`: a list of people as a workbook that the import takes in again. */
import { formatNumber } from "../../../shared/text/format";
import type { Command } from "../command";
import { kindsOf, kindsOptions } from "../kinds";
import { momentOptions, readingAt } from "../roster-access";

export const exportList: Command = {
  name: "export",
  needs: "export",
  arguments: [
    { name: "roster", help: "roster" },
    { name: "file", help: "exportFile" },
  ],
  options: {
    view: { value: "name", help: "view" },
    unit: { value: "code", help: "unit" },
    ...kindsOptions,
    ...momentOptions,
  },
  async run(context) {
    const { args, environment, ports, t, print } = context;
    const { unitNamed } = await import("../../services/named-unit");
    const { exportPeople } = await import("../../services/report/export-file");
    const { listNamed } = await import("../../services/report/named-list");
    const kinds = kindsOf(args, t);
    return readingAt(context, async (roster, moment, live) => {
      const { catalog } = await roster.index();
      const code = args.option("unit");
      const unitId = code === null ? null : unitNamed(catalog, code, moment.on).id;
      const view = args.option("view");
      const list = view === null ? undefined : listNamed(live, view);
      const question = { moment, unitId, kinds, officialId: null, list };
      const { file, people } = await exportPeople(roster, environment, args.argument("file"), question, {
        signal: ports.interrupted(),
      });
      print({ people, files: [file] }, () =>
        t("cli:done.export", { path: file.path, people: formatNumber(people) }),
      );
    });
  },
};
