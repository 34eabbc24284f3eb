/** The values of one conflict as a table: who entered each, when by their clock, by which paper; and the choice. */
import { Tooltip } from "@mantine/core";
import { IconBuildingCommunity, IconEye } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ConflictData, ConflictValue } from "../../../../shared/contract/schemas/conflicts";
import { useCall } from "../../../bridge/hooks";
import { Instant } from "../parts/instant";
import classes from "../exchange.module.css";
import { Button } from "../../../components/button";
import { isRemoval, keepKey, valueWord } from "./conflict-words";
import own from "./conflict-values.module.css";

export interface ConflictValuesProps {
  readonly conflict: ConflictData;
  /** Name of the field, in words. */
  readonly field: string;
  readonly disabled: boolean;
  /** One of them is being settled. */
  readonly waiting: boolean;
  readonly onKeep: (value: ConflictValue) => void;
  readonly onAsk: (value: ConflictValue) => void;
}

const columns = ["value", "from", "at", "paper", "action"] as const;

export function ConflictValues(props: ConflictValuesProps) {
  const { t } = useTranslation("screen-conflicts");
  const { conflict, field } = props;
  const overview = useCall("exchangeOverview", {});
  return (
    <div className={classes.tableBox}>
      <table className={`${classes.table} ${own.values}`} aria-label={t("conflicts.values", { field })}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {t(`conflicts.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {conflict.values.map((value) => (
            <ValueRow
              key={value.n}
              {...props}
              value={value}
              ours={overview.data?.own.office === value.office}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueRowProps extends ConflictValuesProps {
  readonly value: ConflictValue;
  /** Our own office entered it: nobody to ask. */
  readonly ours: boolean;
}

function ValueRow({ conflict, value, ours, disabled, waiting, onKeep, onAsk }: ValueRowProps) {
  const { t } = useTranslation(["screen-conflicts", "domain"]);
  const word = valueWord(t, conflict, value);
  const removal = isRemoval(conflict, value);
  return (
    <tr>
      <th scope="row" className={classes.selectable}>
        {word}{" "}
        {value.shown ? (
          <span className={classes.mark} data-kind="plain">
            <IconEye size={14} aria-hidden />
            {t("screen-conflicts:conflicts.shown")}
          </span>
        ) : null}
      </th>
      <td>
        {value.office}
        <span className={classes.second}>{value.user}</span>
        {value.foreign ? (
          <Tooltip label={t("screen-conflicts:conflicts.foreignHint")}>
            <span className={classes.warn}>
              <IconBuildingCommunity size={14} aria-hidden />
              {t("screen-conflicts:conflicts.foreign")}
            </span>
          </Tooltip>
        ) : null}
      </td>
      <td>
        <Instant at={value.at} suspect={value.clockSuspect} />
      </td>
      <td>
        {value.paper ?? <span className={classes.muted}>{t("screen-conflicts:conflicts.noPaper")}</span>}
        {value.reason === null || removal ? null : (
          <span className={classes.second}>
            {t("screen-conflicts:conflicts.reason", { reason: value.reason })}
          </span>
        )}
      </td>
      <td className={classes.narrow}>
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            {...(removal && value.joining === null
              ? { color: "red.9", variant: "outline" }
              : { variant: "default" })}
            disabled={disabled}
            waiting={waiting}
            aria-label={keepName(t, conflict, value, word)}
            onClick={() => onKeep(value)}
          >
            {t(keepKey(conflict, value))}
          </Button>
          {ours ? null : (
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={disabled}
              waiting={waiting}
              aria-label={t("screen-conflicts:conflicts.askNamed", { office: value.office, value: word })}
              onClick={() => onAsk(value)}
            >
              {t("screen-conflicts:conflicts.ask")}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The button's name begins with its text, so that a voice command finds it. */
function keepName(
  t: ReturnType<typeof useTranslation>["t"],
  conflict: ConflictData,
  value: ConflictValue,
  word: string,
): string {
  if (conflict.kind === "posts") return `${t(keepKey(conflict, value))}: ${word}`;
  return conflict.kind === "field"
    ? t("screen-conflicts:conflicts.keepNamed", { value: word, office: value.office })
    : `${t(keepKey(conflict, value))}: ${conflict.label}`;
}
