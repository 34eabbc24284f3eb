/**
 * Over a person's file that was opened to be filled in: what the form still lacks, each a way to its field, and the way to
 * the next person of the list. Nothing is shown where the address asks for no filling in.
 */
import { IconArrowRight, IconChecklist } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { formatFraction, formatNumber } from "../../../shared/text/format";
import { listQuestion, readFillState } from "../../app/navigation/fill-state";
import { useHashLocation, useLocationParts } from "../../app/navigation/navigation";
import { paths } from "../../app/navigation/paths";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { useItemWords } from "./people-table";
import classes from "./completeness.module.css";

export type Gap = NonNullable<CallResult<"completenessOf">["missing"][number]["gap"]>;

interface FillBarProps {
  readonly officialId: string;
  /** Leads to where something is filled in. @param pressed whether somebody asked for it, or the file was just opened */
  readonly onGap: (gap: Gap, pressed: boolean) => void;
}

export function FillBar({ officialId, onGap }: FillBarProps) {
  const { query } = useLocationParts();
  const state = readFillState(query);
  if (state.form === null || state.of === null) return null;
  return <Bar officialId={officialId} onGap={onGap} form={state.form} state={state} />;
}

interface BarProps extends FillBarProps {
  readonly form: NonNullable<ReturnType<typeof readFillState>["form"]>;
  readonly state: ReturnType<typeof readFillState>;
}

function Bar({ officialId, onGap, form, state }: BarProps) {
  const { t } = useTranslation(["screen-completeness", "completeness"]);
  const location = useHashLocation();
  const { moment } = useMoment();
  const itemWords = useItemWords(form);
  const asked = listQuestion(state, form, moment);
  const { data } = useCall("completenessOf", { ...asked, id: officialId }, { keepPrevious: true });
  const isBegun = useRef(false);
  const begin = useEffectEvent((first: Gap | null) => {
    if (first !== null) onGap(first, false);
  });
  useEffect(() => {
    if (data === undefined || isBegun.current) return;
    isBegun.current = true;
    begin(data.missing[0]?.gap ?? null);
  }, [data]);
  if (data === undefined) return null;
  const { missing, present, asked: wanted, next, lacking } = data;
  return (
    <section className={classes.fill} aria-label={t("fill.label")}>
      <div className={classes.fillWords}>
        <p className={classes.fillTitle} role="status">
          <IconChecklist size={18} aria-hidden />
          {t(`completeness:form.${form}`)}: {t("fill.present", { text: formatFraction(present, wanted) })}
          {missing.length === 0 ? ` ${t("fill.complete")}` : ""}
        </p>
        {missing.length === 0 ? null : (
          <ul className={classes.gaps} aria-label={t("column.missing")}>
            {missing.map(({ number, gap }) => (
              <li key={number}>
                <button
                  type="button"
                  className={classes.gap}
                  disabled={gap === null}
                  onClick={() => (gap === null ? undefined : onGap(gap, true))}
                >
                  {itemWords(number)}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.fillNext}>
        {next === null ? (
          <Button variant="default" onClick={() => void location.go(paths.completeness({ ...state, form }))}>
            {t("fill.back")}
          </Button>
        ) : (
          <Button
            rightSection={<IconArrowRight size={16} aria-hidden />}
            title={t("fill.nextIs", { name: next.fullName, text: formatNumber(lacking) })}
            onClick={() => void location.go(paths.fill(next.id, { ...state, form }))}
          >
            {t("fill.next")}
          </Button>
        )}
      </div>
    </section>
  );
}
