/** `verify`: proves that the roster's file, its log and its tables agree. */
import { appError } from "../../../shared/contract/errors";
import { formatNumber } from "../../../shared/text/format";
import { type Command, Refusal } from "../command";
import { rosterPath } from "../roster-access";
import { renderTable } from "../table";

export const verify: Command = {
  name: "verify",
  needs: "read",
  arguments: [{ name: "roster", help: "roster" }],
  options: {},
  async run(context) {
    const { print, t } = context;
    const path = rosterPath(context);
    const { verifyRoster } = await import("../../roster/verify");
    const { ok, ops, writers, waitingDocuments, problems } = verifyRoster(path);
    print({ ok, ops, writers, waitingDocuments, problems }, () =>
      ok
        ? `${[
            t("cli:done.whole", { ops: formatNumber(ops), writers }),
            ...(waitingDocuments === 0 ? [] : [t("cli:sync.waitingDocuments", { count: waitingDocuments })]),
          ].join("\n")}\n`
        : renderTable(
            [{ heading: t("cli:verify.code") }, { heading: t("cli:verify.detail") }],
            problems.map(({ code, detail }) => [code, detail]),
          ),
    );
    if (ok) return;
    const count = problems.length;
    throw new Refusal(appError("roster-damaged", { path }), t("cli:notWhole", { path, count }));
  },
};
