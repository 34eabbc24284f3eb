/** Whose status would turn on one day, in all and per commune; each number opens its people. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Move, RulesPreview } from "../../../../shared/contract/schemas/rules";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { formatNumber } from "../../../../shared/text/format";
import { UnverifiedMark } from "../../../components/unverified-mark";
import { MovedPeople, type Opened } from "./moved-people";
import { moveKey, useMoveText } from "./move-text";
import classes from "./rules.module.css";

/** Communes that are shown at once; the others are counted. */
const mostUnits = 200;

export interface DayPreviewProps {
  readonly day: string;
  readonly edits: readonly RuleEdit[];
  readonly preview: RulesPreview;
}

export function DayPreview({ day, edits, preview }: DayPreviewProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <>
      <Figures preview={preview} onOpen={setOpened} />
      {opened === null ? null : (
        <MovedPeople
          key={`${opened.unitId} ${moveKey(opened.move)}`}
          day={day}
          edits={edits}
          opened={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

interface FiguresProps {
  readonly preview: RulesPreview;
  readonly onOpen: (opened: Opened) => void;
}

function Figures({ preview, onOpen }: FiguresProps) {
  const { t } = useTranslation("screen-rules");
  const { people, moves, byUnit, uncovered } = preview;
  const [isByUnit, setByUnit] = useState(false);
  return (
    <>
      <p role="status" className={classes.total}>
        {people === 0 ? t("preview.nobody") : t("preview.people", { people: formatNumber(people) })}
        {uncovered.before === uncovered.after
          ? null
          : ` ${t("preview.uncovered", {
              before: formatNumber(uncovered.before),
              after: formatNumber(uncovered.after),
            })}`}
      </p>
      <Moves moves={moves} onOpen={(move) => onOpen({ unitId: null, unitName: null, move })} />
      {byUnit.length === 0 ? null : (
        <details
          className={classes.byUnit}
          open={isByUnit}
          onToggle={(event) => setByUnit(event.currentTarget.open)}
        >
          <summary>{t("preview.byUnit", { units: formatNumber(byUnit.length) })}</summary>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("preview.unit")}</th>
                <th scope="col">{t("preview.moves")}</th>
              </tr>
            </thead>
            <tbody>
              {byUnit.slice(0, mostUnits).map((unit) => (
                <tr key={unit.unitId}>
                  <th scope="row">{unit.unitName}</th>
                  <td>
                    <Moves
                      moves={unit.moves}
                      onOpen={(move) => onOpen({ unitId: unit.unitId, unitName: unit.unitName, move })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {byUnit.length > mostUnits ? (
            <p className={classes.hint}>
              {t("preview.more", { units: formatNumber(byUnit.length - mostUnits) })}
            </p>
          ) : null}
        </details>
      )}
    </>
  );
}

function Moves(props: { readonly moves: readonly Move[]; readonly onOpen: (move: Move) => void }) {
  const { t } = useTranslation("screen-rules");
  const moveText = useMoveText();
  return (
    <ul className={classes.moves}>
      {props.moves.map((move) => (
        <li key={moveKey(move)}>
          <span>{moveText(move)}</span>
          <UnverifiedMark of={move} look="sign" />
          <button
            type="button"
            className={classes.count}
            aria-label={t("preview.open", { people: formatNumber(move.people), move: moveText(move) })}
            onClick={() => props.onOpen(move)}
          >
            {t("preview.count", { people: formatNumber(move.people) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
