/** Under a person's name: the post and unit on the day, age and sex, and who last changed the record. */
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { ageOn, isoToPacked } from "../../../shared/domain/partial-date";
import { dateOf, textOf } from "../../../shared/domain/validate/fields";
import { formatDay } from "../../../shared/text/format";
import { useMomentControls } from "../../app/navigation/moment";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { outsideStanding } from "../../components/outside-words";
import { useWords } from "../../components/words";
import { useRowReader } from "../../records/row-words";
import classes from "./person.module.css";

export function StandingLine({ record }: { readonly record: OfficialRecord }) {
  const { t } = useTranslation(["screen-person", "screen-app"]);
  const words = useWords();
  const { text } = useRowReader("official");
  const { on } = useMoment();
  const { setOn } = useMomentControls();
  const { serving, outside, lastChange, official } = record;
  const birth = dateOf(official, "birth");
  const age = birth === null ? null : ageOn(birth, isoToPacked(on));
  const row = { id: record.id, isNew: false, fields: official, names: {} };
  const place =
    serving === null
      ? outside === null
        ? t("screen-person:notServing")
        : outsideStanding(t, outside, on)
      : `${serving.postName}, ${serving.unitName}`;
  const parts = [
    place,
    age === null ? "" : t("screen-person:summary.age", { age: [...new Set([age.min, age.max])].join("–") }),
    textOf(official, "sex") === null ? "" : text(row, "sex"),
    lastChange === null
      ? ""
      : t("screen-person:lastChange", { at: words.instant(lastChange.at), user: lastChange.user }),
  ];
  const day = outside?.day ?? null;
  return (
    <>
      {parts.filter((part) => part !== "").join(" · ")}
      {day === null ? null : (
        <Button
          variant="light"
          size="compact-xs"
          className={classes.theirDay ?? ""}
          onClick={() => setOn(day)}
        >
          {t("screen-app:outside.go", { day: formatDay(day) })}
        </Button>
      )}
    </>
  );
}
