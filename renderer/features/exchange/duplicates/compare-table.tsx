/** Two records side by side: what tells people apart always, and every other field that the two say otherwise. */
import { IconCircleHalf, IconEqual, IconEqualNot } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicateData } from "../../../../shared/contract/schemas/conflicts";
import { useWords } from "../../../components/words";
import classes from "../exchange.module.css";
import own from "./duplicates.module.css";

type Pair = Pick<DuplicateData, "a" | "b" | "differing">;
type Side = "a" | "b";

/** What two people are told apart by, with what is no field of theirs. */
const always = ["fullName", "birth", "sex", "identityNumber", "unitName", "postName", "office"] as const;
const isAlways: ReadonlySet<string> = new Set(always);

type Compared = "same" | "differs" | "oneSide" | "bothBlank";

const icons = {
  same: IconEqual,
  bothBlank: IconEqual,
  oneSide: IconCircleHalf,
  differs: IconEqualNot,
} as const;

/** What only one of them says is no contradiction: a joining takes it along. */
function compared(a: string, b: string, differs: boolean): Compared {
  if (a === "" && b === "") return "bothBlank";
  if (a === "" || b === "") return "oneSide";
  return differs || a !== b ? "differs" : "same";
}

export interface CompareTableProps {
  readonly pair: Pair;
  /** Id of what names the two. */
  readonly labelledBy: string;
  /** Stands below each record. */
  readonly footOf: (side: Side) => ReactNode;
  /** Stands below the comparison. */
  readonly foot: ReactNode;
}

export function CompareTable({ pair, labelledBy, footOf, foot }: CompareTableProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const words = useWords();
  const saidOf = (side: Side, row: (typeof always)[number]): string => {
    const value = pair[side][row];
    if (value === null || value === "") return "";
    if (row === "birth") return words.date(value);
    return row === "sex" ? t(`domain:sex.${value}`, { defaultValue: value }) : value;
  };
  const differing = new Set(pair.differing.map(({ field }) => field));
  const rows = [
    ...always.map((key) => ({
      key: key as string,
      label: t(`screen-conflicts:duplicates.row.${key}`),
      a: saidOf("a", key),
      b: saidOf("b", key),
    })),
    ...pair.differing
      .filter(({ field }) => !isAlways.has(field))
      .map(({ field, a, b }) => ({
        key: field,
        label: t(`domain:field.official.${field}`, { defaultValue: field }),
        a: a ?? "",
        b: b ?? "",
      })),
  ];
  return (
    <div className={classes.tableBox}>
      <table className={`${classes.table} ${own.compare}`} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {(["field", "first", "second", "compare"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`screen-conflicts:duplicates.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, a, b }) => {
            const kind = compared(a, b, differing.has(key));
            const Icon = icons[kind];
            return (
              <tr key={key} data-differs={kind === "differs" || undefined}>
                <th scope="row">{label}</th>
                {[a, b].map((text, place) => (
                  <td key={place === 0 ? "a" : "b"}>
                    {text === "" ? t("screen-conflicts:duplicates.blank") : text}
                  </td>
                ))}
                <td>
                  <span className={classes.mark} data-kind={kind === "differs" ? "ask" : "plain"}>
                    <Icon size={14} aria-hidden />
                    {t(`screen-conflicts:duplicates.${kind}`)}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td>{footOf("a")}</td>
            <td>{footOf("b")}</td>
            <td>{foot}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
