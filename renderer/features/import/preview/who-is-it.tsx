/** Whom a line may be about, one below the other, and the three answers. */
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

const fields = ["name", "birth", "number", "unit", "post"] as const;

export function WhoIsIt({ duplicate, name, onAnswer }: WhoIsItProps) {
  const { t } = useTranslation("screen-import");
  const { key, why, said, candidates } = duplicate;
  const answer = (text: string) => void onAnswer([{ key, answer: text }], true);
  const rest = said.filter(({ of }) => of === null);
  return (
    <div className={classes.who}>
      <p className={classes.text}>{t("preview.who.why", { why })}</p>
      {candidates.length < 2 ? null : (
        <p className={classes.text}>{t("preview.who.several", { text: formatNumber(candidates.length) })}</p>
      )}
      {candidates.map((one) => (
        <Pair key={one.answer} one={one} said={said} onSame={() => answer(one.answer)} />
      ))}
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

interface PairProps {
  readonly one: Candidate;
  readonly said: WhoIsItProps["duplicate"]["said"];
  readonly onSame: () => void;
}

/** One whom the line may be about, with the answer that it is them at their head: no other answer is nearer to them. */
function Pair({ one, said, onSame }: PairProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const where = capitalized(whereIs(one, t));
  const saidOf = (of: (typeof fields)[number]) =>
    said.flatMap((cell) => (cell.of === of ? [cell.text] : [])).join(", ");
  const told: Readonly<Record<(typeof fields)[number], string | null>> = {
    name: one.name,
    birth: one.birth === null ? null : words.date(one.birth),
    number: one.identityNumber,
    unit: one.unitName,
    post: one.postName,
  };
  return (
    <section className={classes.pair} aria-label={where}>
      <div className={classes.pairHead}>
        <h4 className={classes.subTitle}>{where}</h4>
        <Button
          size="compact-sm"
          // Two numbers are two people as likely as a slip: then no answer is the one to press.
          variant={areTwoNumbers(saidOf("number"), one.identityNumber) ? "default" : "filled"}
          aria-label={t("preview.who.sameAs", {
            name: [one.name, one.postName].filter((part) => (part ?? "") !== "").join(", "),
          })}
          onClick={onSame}
        >
          {t("preview.who.same")}
        </Button>
      </div>
      {one.line === null ? null : (
        <p className={classes.notice}>{t("preview.who.taken", { row: one.line.row })}</p>
      )}
      <table className={classes.table} aria-label={t("preview.who.pair")}>
        <thead>
          <tr>
            <th scope="col">{t("preview.who.field")}</th>
            <th scope="col">{t("preview.who.said")}</th>
            <th scope="col">{t(one.officialId === null ? "preview.who.row" : "preview.who.record")}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((of) => {
            const inTable = saidOf(of);
            const text = told[of] ?? "";
            const differs = text !== "" && inTable !== "" && text !== inTable;
            return (
              <tr key={of}>
                <th scope="row">{t(`preview.who.of.${of}`)}</th>
                <td className={classes.selectable}>{inTable}</td>
                <td className={classes.selectable} data-differs={differs || undefined}>
                  {text}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Whether both say an identity number, and another one; spaces and zeros in front, which spreadsheets lose, make none other. */
function areTwoNumbers(one: string, other: string | null): boolean {
  const [ours, theirs] = [one, other ?? ""].map((text) => text.replace(/\D/gu, "").replace(/^0+/u, ""));
  return ours !== "" && theirs !== "" && ours !== theirs;
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
