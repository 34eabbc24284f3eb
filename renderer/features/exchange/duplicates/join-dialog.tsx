/**
 * What becomes of two records that are joined, before they are: of what both say differently the clerk chooses, field by
 * field, and which post stays the main one; what only one of them says is in the record that results in any case, and rows
 * that both have alike are in it once.
 */
import { Radio } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PairData } from "../../../../shared/contract/schemas/conflicts";
import { formatNumber } from "../../../../shared/text/format";
import { Button } from "../../../components/button";
import { Dialog } from "../../../components/dialog";
import { DialogFoot } from "../../../components/dialog-foot";
import classes from "../exchange.module.css";
import own from "./duplicates.module.css";

export interface JoinChoice {
  /** Fields of which what the other record says is to stand. */
  readonly take: string[];
  /** The post that stays the main one; null where there is nothing to choose. */
  readonly main: string | null;
}

export interface JoinDialogProps {
  readonly pair: PairData;
  /** Which of the two stays. */
  readonly kept: "a" | "b";
  /** Which sentence says so: of two that are seen side by side by its place, elsewhere by its name alone. */
  readonly body?: "joinBody" | "joinBodyOther";
  readonly busy: boolean;
  readonly onJoin: (chosen: JoinChoice) => void;
  readonly onClose: () => void;
}

export function JoinDialog({ pair, kept, body = "joinBody", busy, onJoin, onClose }: JoinDialogProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const other = kept === "a" ? "b" : "a";
  const [firstPost = null] = [...pair.mainPosts].sort(
    (one, two) => Number(one.of === other) - Number(two.of === other),
  );
  const [main, setMain] = useState(firstPost?.id ?? null);
  const both = pair.differing.filter(({ a, b }) => a !== null && b !== null);
  const filled = pair.differing.filter((one) => one[kept] === null);
  const choose = (field: string, side: "a" | "b") => {
    const next = new Set(taken);
    if (side === other) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onJoin({ take: [...taken], main });
  };
  const label = (field: string) => t(`domain:field.official.${field}`, { defaultValue: field });
  const which = t(
    `screen-conflicts:duplicates.column.${kept === "a" ? "first" : "second"}`,
  ).toLocaleLowerCase("vi");
  const { fullName: name, unitName: unit, office } = pair[kept];
  return (
    <Dialog
      title={t("screen-conflicts:duplicates.joinTitle")}
      size="46rem"
      busy={busy}
      dirty={taken.size > 0 || main !== (firstPost?.id ?? null)}
      onClose={onClose}
    >
      <form noValidate className={own.join} onSubmit={submit}>
        <p className={classes.text}>
          {t(`screen-conflicts:duplicates.${body}`, { which, name, unit, office })}
        </p>
        {both.length === 0 ? null : (
          <>
            <p className={`${classes.text} ${classes.strong}`}>
              {t("screen-conflicts:duplicates.joinChoose")}
            </p>
            <table className={`${classes.table} ${own.choices}`}>
              <thead>
                <tr>
                  <th scope="col">{t("screen-conflicts:duplicates.column.field")}</th>
                  <th scope="col">{t("screen-conflicts:duplicates.joinKept")}</th>
                  <th scope="col">{t("screen-conflicts:duplicates.joinOther")}</th>
                </tr>
              </thead>
              <tbody>
                {both.map((one) => (
                  <tr key={one.field}>
                    <th scope="row">{label(one.field)}</th>
                    {([kept, other] as const).map((side) => (
                      <td key={side}>
                        <Radio
                          name={one.field}
                          value={side}
                          checked={taken.has(one.field) === (side === other)}
                          onChange={() => choose(one.field, side)}
                          label={one[side]}
                          aria-label={t("screen-conflicts:duplicates.joinValue", {
                            field: label(one.field),
                            value: one[side],
                          })}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        {pair.mainPosts.length === 0 ? null : (
          <Radio.Group
            label={t("screen-conflicts:duplicates.joinMain")}
            description={t("screen-conflicts:duplicates.joinMainHint")}
            value={main}
            onChange={setMain}
          >
            {pair.mainPosts.map(({ id, of, text }) => (
              <Radio
                key={id}
                className={own.post ?? ""}
                value={id}
                label={t(
                  `screen-conflicts:duplicates.joinPost.${of === "both" ? of : of === kept ? "kept" : "other"}`,
                  {
                    post: text,
                  },
                )}
              />
            ))}
          </Radio.Group>
        )}
        {pair.same.length === 0 ? null : (
          <>
            <p className={`${classes.text} ${classes.strong}`}>
              {t("screen-conflicts:duplicates.joinSame", { text: formatNumber(pair.same.length) })}
            </p>
            <ul className={classes.lines}>
              {pair.same.map(({ entity, text }, place) => (
                <li key={`${entity} ${place}`}>
                  {t("screen-conflicts:duplicates.joinValue", {
                    field: t(`domain:entity.${entity}`),
                    value: text,
                  })}
                </li>
              ))}
            </ul>
          </>
        )}
        {filled.length === 0 ? null : (
          <>
            <p className={`${classes.text} ${classes.strong}`}>
              {t("screen-conflicts:duplicates.joinFilled")}
            </p>
            <ul className={classes.lines}>
              {filled.map((one) => (
                <li key={one.field}>
                  {t("screen-conflicts:duplicates.joinValue", { field: label(one.field), value: one[other] })}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className={classes.muted}>{t("screen-conflicts:duplicates.joinAfter")}</p>
        <DialogFoot>
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t("screen-conflicts:duplicates.joinCancel")}
          </Button>
          <Button
            type="submit"
            waiting={busy}
            data-autofocus={(both.length === 0 && pair.mainPosts.length === 0) || undefined}
          >
            {t("screen-conflicts:duplicates.joinConfirm")}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
