/** Whom a line may be about, side by side, and the three answers. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { ImportPerson } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { useWords } from "../../../components/words";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";

export interface WhoIsItProps {
  readonly duplicate: NonNullable<ImportPerson["duplicate"]>;
  readonly name: string;
  readonly onAnswer: ImportActions["answer"];
}

export function WhoIsIt({ duplicate, name, onAnswer }: WhoIsItProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const { key, why, said, candidates } = duplicate;
  const answer = (text: string) => void onAnswer([{ key, answer: text }], true);
  return (
    <div className={classes.who}>
      <p className={classes.text}>{t("preview.who.why", { why })}</p>
      <p className={classes.quoted}>
        <span className={classes.second}>{t("preview.who.said")}</span>
        {said.map(({ heading, text }) => (heading === "" ? text : `${heading}: ${text}`)).join(" · ")}
      </p>
      <p className={classes.second}>{t("preview.who.others")}</p>
      <ul className={classes.plainLines}>
        {candidates.map((one) => (
          <li key={one.answer} className={classes.candidate}>
            <span>
              <strong>{one.name}</strong>
              <span className={classes.second}>
                {[
                  one.birth === null
                    ? t("preview.who.noBirth")
                    : t("preview.born", { birth: words.date(one.birth) }),
                  one.identityNumber === null ? "" : t("preview.who.number", { number: one.identityNumber }),
                  one.unitName ?? "",
                  whereIs(one, t),
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </span>
            </span>
            <Button
              size="compact-sm"
              aria-label={t("preview.who.sameAs", { name: one.name })}
              onClick={() => answer(one.answer)}
            >
              {t("preview.who.same")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.row}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t("preview.who.otherThan", { name })}
          onClick={() => answer("other")}
        >
          {t("preview.who.other")}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => answer("leave")}>
          {t("preview.who.leave")}
        </Button>
      </div>
    </div>
  );
}

type Candidate = WhoIsItProps["duplicate"]["candidates"][number];

/** On record, in a row of the table, or both. */
function whereIs({ officialId, line }: Candidate, t: TFunction<"screen-import">): string {
  const inTable =
    line === null ? "" : t(line.sheet === "" ? "preview.who.inTable" : "preview.who.inSheet", line);
  return [officialId === null ? "" : t("preview.who.onRecord"), inTable]
    .filter((part) => part !== "")
    .join(", ");
}

/** In one line: what is alike, and with whom. */
export function likenessText(
  { why, candidates }: WhoIsItProps["duplicate"],
  t: TFunction<"screen-import">,
): string {
  const [first, ...others] = candidates;
  return [
    why,
    ...(first === undefined ? [] : [`${first.name}, ${whereIs(first, t)}`]),
    ...(others.length === 0 ? [] : [t("preview.who.more", { text: formatNumber(others.length) })]),
  ].join(" · ");
}
