/**
 * What receiving would do, unit by unit, file by file and person by person, before anything is written. A change so
 * large that it may be a mistake is agreed to by typing its numbers.
 */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiveSummary } from "../../../../shared/contract/schemas/exchange";
import type { MassCount } from "../../../../shared/domain/mass-change";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { MassField } from "../../../components/mass/mass-field";
import { agreesTo } from "../../../components/mass/typed-numbers";
import { StepHeading } from "../parts/step-heading";
import classes from "../exchange.module.css";
import { ApartJoined } from "./apart-joined";
import { useCountWords } from "./count-words";
import { FiguresTable } from "./figures-table";
import { FileResults } from "./file-results";
import { PreviewPeople } from "./preview-people";
import own from "./receive.module.css";

export interface PreviewProps {
  readonly summary: ReceiveSummary;
  readonly run: number;
  readonly failure: unknown;
  readonly onApply: (confirmed: readonly MassCount[]) => void;
  readonly onDiscard: () => void;
}

export function Preview({ summary, run, failure, onApply, onDiscard }: PreviewProps) {
  const { t } = useTranslation("screen-exchange");
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { mass, units, on } = summary;
  // A file without news still says what its sender holds, so it is kept too.
  const usable = summary.files.some(({ result }) => result !== "refused");

  const apply = () => {
    setTried(true);
    if (mass.length > 0 && !agreesTo(typed, mass)) {
      field.current?.focus();
      return;
    }
    onApply(mass);
  };
  return (
    <>
      <StepHeading>{t("preview.title")}</StepHeading>
      <Summary summary={summary} usable={usable} />
      <ApartJoined pairs={summary.apartJoined} />
      {failure === null ? null : <ErrorNotice error={failure} />}
      {usable && mass.length > 0 ? (
        <div className={`${classes.notice} ${own.asked}`}>
          <MassField
            ref={field}
            asked={mass}
            text={typed}
            tried={tried}
            onText={setTyped}
            onEnter={apply}
            otherwise={t("preview.massElse")}
          />
        </div>
      ) : null}
      <div className={classes.row}>
        {usable ? <Button onClick={apply}>{t("preview.apply")}</Button> : null}
        <Button variant="default" onClick={onDiscard}>
          {t(usable ? "preview.discard" : "preview.close")}
        </Button>
      </div>
      {units === 0 ? null : <FiguresTable run={run} total={units} on={on} />}
      <FileResults files={summary.files} />
      {summary.people === 0 ? null : <PreviewPeople run={run} total={summary.people} />}
    </>
  );
}

function Summary({ summary, usable }: { readonly summary: ReceiveSummary; readonly usable: boolean }) {
  const { t } = useTranslation("screen-exchange");
  const countWords = useCountWords();
  const { added, changed, ended, removed, catalog, settled } = summary;
  const { conflicts, proposals, decided, unreadable, duplicates, waiting } = summary;
  const does = added + changed + ended + removed + catalog + settled > 0;
  const leaves = conflicts + proposals + decided + unreadable + duplicates + waiting > 0;
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
          {t("preview.after", {
            what: countWords({ conflicts, proposals, decided, unreadable, duplicates, waiting }),
          })}
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
