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

const fields = ["name", "birth", "number", "unit"] as const;

export function WhoIsIt({ duplicate, name, onAnswer }: WhoIsItProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const { key, why, said, candidates } = duplicate;
  const answer = (text: string) => void onAnswer([{ key, answer: text }], true);
  const told = (of: (typeof fields)[number], { name: full, birth, identityNumber, unitName }: Candidate) => {
    const texts = {
      name: full,
      birth: birth === null ? "" : words.date(birth),
      number: identityNumber,
      unit: unitName,
    };
    return texts[of] ?? "";
  };
  const rest = said.filter(({ of }) => of === null);
  return (
    <div className={classes.who}>
      <p className={classes.text}>{t("preview.who.why", { why })}</p>
      <div className={classes.pairs}>
        <table className={`${classes.table} ${classes.pair}`} aria-label={t("preview.who.pair")}>
          <thead>
            <tr>
              <th scope="col">{t("preview.who.field")}</th>
              <th scope="col">{t("preview.who.said")}</th>
              {candidates.map((one) => (
                <th key={one.answer} scope="col">
                  {capitalized(whereIs(one, t))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((of) => {
              const inTable = said.flatMap((cell) => (cell.of === of ? [cell.text] : [])).join(", ");
              return (
                <tr key={of}>
                  <th scope="row">{t(`preview.who.of.${of}`)}</th>
                  <td className={classes.selectable}>{inTable}</td>
                  {candidates.map((one) => {
                    const text = told(of, one);
                    const differs = text !== "" && inTable !== "" && text !== inTable;
                    return (
                      <td key={one.answer} className={classes.selectable} data-differs={differs || undefined}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t("preview.who.answer")}</th>
              <td />
              {candidates.map((one) => (
                <td key={one.answer}>
                  <Button
                    size="compact-sm"
                    aria-label={t("preview.who.sameAs", { name: one.name })}
                    onClick={() => answer(one.answer)}
                  >
                    {t("preview.who.same")}
                  </Button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
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
      {rest.length === 0 ? null : (
        <>
          <h4 className={classes.subTitle}>{t("preview.who.rest")}</h4>
          <ul className={classes.plainLines}>
            {rest.map(({ heading, text }, place) => (
              <li key={`${heading} ${place}`} className={classes.selectable}>
                {heading === "" ? null : <strong>{heading}: </strong>}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
