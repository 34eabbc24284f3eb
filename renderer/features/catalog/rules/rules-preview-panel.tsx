/**
 * Whose status a change of the rules would turn, from what to what, in all and per commune; each number opens its people.
 * The main process judges everybody by the rules as they would be, so what stands here is the effect and no estimate.
 */
import { Loader } from "@mantine/core";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Move, RulesPreview } from "../../../../shared/contract/schemas/rules";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { formatNumber } from "../../../../shared/text/format";
import { useMoment } from "../../../bridge/moment";
import { ErrorNotice } from "../../../components/error-notice";
import { UnverifiedMark } from "../../../components/unverified-mark";
import { useWords } from "../../../components/words";
import { MovedPeople, type Opened } from "./moved-people";
import { moveKey, useMoveText } from "./move-text";
import classes from "./rules.module.css";
import type { AskedPreview } from "./use-rules-preview";
import { WeakRules } from "./weak-rules";

/** Communes that are shown at once; the others are counted. */
const mostUnits = 200;

export interface RulesPreviewPanelProps {
  readonly edits: readonly RuleEdit[];
  readonly asked: AskedPreview;
  readonly ref?: Ref<HTMLElement>;
}

export function RulesPreviewPanel({ edits, asked, ref }: RulesPreviewPanelProps) {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const { on } = useMoment();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={classes.preview}
      aria-label={t("preview.title")}
      aria-busy={asked.isFetching}
    >
      <h3 className={classes.previewTitle}>
        {t("preview.titleOn", { day: words.date(on) })}
        {asked.isFetching ? <Loader size="xs" aria-hidden /> : null}
      </h3>
      {asked.error !== null ? (
        <ErrorNotice error={asked.error} />
      ) : asked.data === undefined ? (
        <p className={classes.hint}>{t("preview.counting")}</p>
      ) : (
        <>
          <WeakRules weaker={asked.data.weaker} />
          <Preview preview={asked.data} onOpen={setOpened} />
        </>
      )}
      {opened === null || asked.error !== null ? null : (
        <MovedPeople
          key={`${opened.unitId} ${moveKey(opened.move)}`}
          edits={edits}
          opened={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly preview: RulesPreview;
  readonly onOpen: (opened: Opened) => void;
}

function Preview({ preview, onOpen }: PreviewProps) {
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
