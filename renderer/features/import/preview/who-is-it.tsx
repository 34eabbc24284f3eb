/** Whom a line may be about, side by side with the line, and the three answers. */
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
  /** It was answered just now: its answers stay in their places and take no press. */
  readonly isAnswered: boolean;
  readonly onAnswer: ImportActions["answer"];
}

/** What somebody is called by comes first: it stands at the head of each column. */
const fields = ["name", "post", "number", "birth", "unit"] as const;

export function WhoIsIt({ duplicate, name, isAnswered, onAnswer }: WhoIsItProps) {
  const { t } = useTranslation("screen-import");
  const { key, why, said, more, candidates } = duplicate;
  const answer = (text: string) => void onAnswer([{ key, answer: text }], true);
  const rest = said.filter(({ of }) => of === null);
  const taken = candidates.flatMap(({ line }) => (line === null ? [] : [line.row]));
  return (
    <div className={classes.who}>
      <p className={classes.text}>
        {t("preview.who.why", { why })}
        {candidates.length < 2
          ? ""
          : ` ${t("preview.who.several", { text: formatNumber(candidates.length) })}`}
      </p>
      <Beside
        said={said}
        more={more}
        candidates={candidates}
        name={name}
        isAnswered={isAnswered}
        onAnswer={answer}
      />
      {isAnswered ? (
        <p className={classes.text} role="status">
          {t("preview.who.answered")}
        </p>
      ) : null}
      {taken.map((row) => (
        <p key={row} className={classes.notice}>
          {t("preview.who.taken", { row })}
        </p>
      ))}
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

interface BesideProps {
  readonly said: WhoIsItProps["duplicate"]["said"];
  readonly more: WhoIsItProps["duplicate"]["more"];
  readonly candidates: readonly Candidate[];
  readonly name: string;
  readonly isAnswered: boolean;
  readonly onAnswer: (answer: string) => void;
}

/** The line and whom it may be, a column each, so that what tells them apart is seen in one look; each with its answers. */
function Beside({ said, more, candidates, name, isAnswered, onAnswer }: BesideProps) {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const saidOf = (of: (typeof fields)[number]) =>
    said.flatMap((cell) => (cell.of === of ? [cell.text] : [])).join(", ");
  const told = (one: Candidate): Readonly<Record<(typeof fields)[number], string | null>> => ({
    name: one.name,
    birth: one.birth === null ? null : words.date(one.birth),
    number: one.identityNumber,
    unit: one.unitName,
    post: one.postName,
  });
  const toldOf = fields.filter(
    (of) => saidOf(of) !== "" || candidates.some((one) => (told(one)[of] ?? "") !== ""),
  );
  return (
    <div className={classes.pair}>
      <table className={classes.table} aria-label={t("preview.who.pair")}>
        <thead>
          <tr>
            <th scope="col">{t("preview.who.field")}</th>
            <th scope="col">{t("preview.who.said")}</th>
            {candidates.map((one) => (
              <th scope="col" key={one.answer}>
                {capitalized(whereIs(one, t))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toldOf.map((of) => (
            <tr key={of} data-head={of === "name" || undefined}>
              <th scope="row">{t(`preview.who.of.${of}`)}</th>
              <td className={classes.selectable}>{saidOf(of)}</td>
              {candidates.map((one) => (
                <td
                  key={one.answer}
                  className={classes.selectable}
                  data-differs={one.differs.includes(of) || undefined}
                >
                  {told(one)[of] ?? ""}
                </td>
              ))}
            </tr>
          ))}
          {more.map((row, place) => (
            <tr key={`${row.heading} ${place}`}>
              <th scope="row">{row.heading}</th>
              <td className={classes.selectable}>{row.said}</td>
              {candidates.map((one, nth) => (
                <td
                  key={one.answer}
                  className={classes.selectable}
                  data-differs={row.told[nth]?.differs || undefined}
                >
                  {row.told[nth]?.text ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>
              <div className={classes.row}>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isAnswered}
                  aria-label={t("preview.who.otherThan", { name })}
                  onClick={() => onAnswer("other")}
                >
                  {t("preview.who.other")}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isAnswered}
                  onClick={() => onAnswer("leave")}
                >
                  {t("preview.who.leave")}
                </Button>
              </div>
            </td>
            {candidates.map((one) => (
              <td key={one.answer}>
                <Button
                  size="compact-sm"
                  disabled={isAnswered}
                  // Two numbers are two people as likely as a slip, and of several none is likelier: then no answer is the one to press.
                  variant={candidates.length > 1 || one.differs.includes("number") ? "default" : "filled"}
                  aria-label={t("preview.who.sameAs", {
                    name: [one.name, one.postName].filter((part) => (part ?? "") !== "").join(", "),
                  })}
                  onClick={() => onAnswer(one.answer)}
                >
                  {t("preview.who.same")}
                </Button>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
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
