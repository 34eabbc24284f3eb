/**
 * What receiving would do, file by file and person by person, before anything is written. So many removals that they
 * may be a mistake are agreed to by typing their number.
 */
import { TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiveSummary } from "../../../../shared/contract/schemas/exchange";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { StepHeading } from "../parts/step-heading";
import classes from "../exchange.module.css";
import { useCountWords } from "./count-words";
import { FileResults } from "./file-results";
import { PreviewPeople } from "./preview-people";

export interface PreviewProps {
  readonly summary: ReceiveSummary;
  readonly run: number;
  readonly failure: unknown;
  readonly onApply: (confirmed: number | null) => void;
  readonly onDiscard: () => void;
}

/** The typed number of removals, null where it is none. "1.200" and "1200" are the same. */
function typedNumber(text: string): number | null {
  const digits = text.replace(/[\s.]/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

export function Preview({ summary, run, failure, onApply, onDiscard }: PreviewProps) {
  const { t } = useTranslation("screen-exchange");
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const needed = summary.confirmRemovals;
  const confirmed = typedNumber(typed);
  // A file without news still says what its sender holds, so it is kept too.
  const usable = summary.files.some(({ result }) => result !== "refused");

  const apply = () => {
    setAsked(true);
    if (needed !== null && confirmed !== needed) {
      field.current?.focus();
      return;
    }
    onApply(needed === null ? null : confirmed);
  };
  return (
    <>
      <StepHeading>{t("preview.title")}</StepHeading>
      <Summary summary={summary} usable={usable} />
      {failure === null ? null : <ErrorNotice error={failure} />}
      {usable && needed !== null ? (
        <div className={classes.notice}>
          <TextInput
            ref={field}
            label={t("preview.removalsLabel")}
            description={t("preview.removals", { text: formatNumber(needed) })}
            inputMode="numeric"
            autoComplete="off"
            withAsterisk
            value={typed}
            error={
              asked && confirmed !== needed
                ? t("preview.removalsWrong", { text: formatNumber(needed) })
                : undefined
            }
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") apply();
            }}
          />
        </div>
      ) : null}
      <div className={classes.row}>
        {usable ? <Button onClick={apply}>{t("preview.apply")}</Button> : null}
        <Button variant="default" onClick={onDiscard}>
          {t(usable ? "preview.discard" : "preview.close")}
        </Button>
      </div>
      <FileResults files={summary.files} />
      {summary.people === 0 ? null : <PreviewPeople run={run} total={summary.people} />}
    </>
  );
}

function Summary({ summary, usable }: { readonly summary: ReceiveSummary; readonly usable: boolean }) {
  const { t } = useTranslation("screen-exchange");
  const countWords = useCountWords();
  const { added, changed, ended, removed, catalog, settled, conflicts, duplicates, waiting } = summary;
  const does = added + changed + ended + removed + catalog + settled > 0;
  const leaves = conflicts + duplicates + waiting > 0;
  const refusedOnly = summary.files.every(({ result }) => result === "refused");
  return (
    <div className={classes.card} role="status">
      {does ? (
        <p className={`${classes.text} ${classes.strong}`}>
          {t("preview.would", { what: countWords({ added, changed, ended, removed, catalog, settled }) })}
        </p>
      ) : null}
      {leaves ? (
        <p className={classes.text}>
          {t("preview.after", { what: countWords({ conflicts, duplicates, waiting }) })}
        </p>
      ) : null}
      {does || leaves ? null : (
        <p className={classes.text}>{t(refusedOnly ? "preview.nothingUsable" : "preview.nothing")}</p>
      )}
      {usable ? (
        <p className={classes.muted}>{t(does || leaves ? "preview.notYet" : "preview.nothingYet")}</p>
      ) : null}
    </div>
  );
}
