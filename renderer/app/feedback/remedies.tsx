/** What can be done about a failure at once, as the commands that do it: offered wherever the failure is said. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ErrorCode } from "../../../shared/contract/errors";
import { Button } from "../../components/button";
import { ErrorWays } from "../../components/error-notice";
import { errorDataOf } from "../../bridge/bridge";
import { useRunCommand } from "../commands/commands";
import type { Notice } from "./notice-store";

type Ways = NonNullable<Notice["ways"]>;

const remedies: { readonly [C in ErrorCode]?: Ways } = {
  "roster-replaced": ["saveRosterAs"],
  "roster-disk-failed": ["saveRosterAs"],
  "roster-damaged": ["recoverRoster"],
  "roster-altered": ["recoverRoster"],
  "lock-lost": ["reopenRoster", "saveRosterAs"],
  "roster-changed": ["reopenRoster", "saveRosterAs"],
};

export function waysOf(error: unknown): Ways {
  return remedies[errorDataOf(error).code] ?? [];
}

function Buttons({ error }: { readonly error: unknown }) {
  const { t } = useTranslation("command");
  const run = useRunCommand();
  return waysOf(error).map((way) => (
    <Button key={way} variant="default" onClick={() => run(way)}>
      {t(way)}
    </Button>
  ));
}

const buttonsOf = (error: unknown) => <Buttons error={error} />;

/** Lets the notices of failures within an open roster offer what can be done there. */
export function WithRemedies({ children }: { readonly children: ReactNode }) {
  return <ErrorWays value={buttonsOf}>{children}</ErrorWays>;
}
