/** `forms`: which reports there are, as what they can be written, and what they ask for. */
import type { Command } from "../command";
import { reading } from "../roster-access";
import { renderTable } from "../table";

export const forms: Command = {
  name: "forms",
  needs: "read",
  arguments: [{ name: "roster", help: "roster", optional: true }],
  options: {},
  async run(context) {
    const { args, t, print } = context;
    const { listedForms } = await import("../../services/report/forms");
    const show = (roster: Parameters<typeof listedForms>[0]) => {
      const listed = listedForms(roster, t);
      print({ forms: listed }, () =>
        renderTable(
          [
            { heading: t("cli:forms.key") },
            { heading: t("cli:forms.name") },
            { heading: t("cli:forms.formats") },
          ],
          listed.map(({ key, name, formats }) => [key, name, formats.join(", ")]),
        ),
      );
    };
    if (args.optional("roster") === null) return show(null);
    return reading(context, (roster) => Promise.resolve(show(roster)));
  },
};
