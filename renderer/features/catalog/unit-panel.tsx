/**
 * One unit with its area flags. They decide which threshold applies there, no list of them is published that could be
 * shipped, so the user sets them; each press is stored at once and can be undone.
 */
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldValue } from "../../../shared/domain/entities";
import { type AreaFlag, areaFlags } from "../../../shared/domain/values";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { useWords } from "../../components/words";
import { WaitingNote } from "../../records/field/waiting-note";
import { useWaiting } from "../../records/use-waiting";
import { periodText } from "./period-text";
import classes from "./catalog.module.css";

export function UnitPanel({ unitId }: { readonly unitId: string | null }) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const { knownOn } = useMoment();
  const asked = useCall("unitGet", { id: unitId ?? "", knownOn }, { enabled: unitId !== null });
  const unit = asked.data;
  const waiting = useWaiting(unitId === null ? [] : [unitId]);
  const [busy, setBusy] = useState(false);
  const send = useSend("catalogEdit");
  if (unitId === null || unit === undefined) {
    return (
      <aside className={classes.detail} aria-label={t("screen-catalog:unit.detail")}>
        <p className={classes.muted}>{t("screen-catalog:unit.pick")}</p>
      </aside>
    );
  }
  const { areaFlags: written } = waiting.over(unit.id, { areaFlags: unit.areaFlags });
  const set = new Set(flagsIn(written));
  const toggle = async (flag: AreaFlag, on: boolean) => {
    // One after the other: the next press starts from what the one before stored.
    if (busy) return;
    setBusy(true);
    const next = new Set(set);
    if (on) next.add(flag);
    else next.delete(flag);
    const text = [...next].sort().join(" ");
    try {
      const saved = await send.mutateAsync({
        entity: "unit",
        id: unit.id,
        fields: { areaFlags: text === "" ? null : text },
      });
      toastSaved(t("screen-catalog:unit.saved", { name: unit.fullName }), saved, { undo: true });
      await Promise.all([asked.refetch(), waiting.refetch()]);
    } catch (error) {
      toastFailed(error);
    } finally {
      setBusy(false);
    }
  };
  const period = periodText(t, words, unit.validFrom, unit.validTo);
  return (
    <aside className={classes.detail} aria-label={t("screen-catalog:unit.detail")}>
      <h2 className={classes.detailTitle}>{unit.fullName}</h2>
      <dl className={classes.facts}>
        <dt>{t("domain:field.unit.code")}</dt>
        <dd>{unit.code}</dd>
        {unit.parentName === null ? null : (
          <>
            <dt>{t("domain:field.unit.parent")}</dt>
            <dd>{unit.parentName}</dd>
          </>
        )}
        {period === "" ? null : (
          <>
            <dt>{t("screen-catalog:unit.valid")}</dt>
            <dd>{period}</dd>
          </>
        )}
        {unit.formedFrom === null ? null : (
          <>
            <dt>{t("domain:field.unit.formedFrom")}</dt>
            <dd>{unit.formedFrom}</dd>
          </>
        )}
      </dl>
      <fieldset className={classes.flags} disabled={readOnly} aria-busy={busy}>
        <legend>{t("domain:field.unit.areaFlags")}</legend>
        <p className={classes.muted}>{t("screen-catalog:unit.flagsHint")}</p>
        {waiting.isWaiting(unit.id, "areaFlags") ? (
          <WaitingNote
            counted={
              flagsIn(unit.areaFlags)
                .map((flag) => t(`domain:areaFlag.${flag}`, { defaultValue: flag }))
                .join(", ") || t("domain:blank")
            }
          />
        ) : null}
        {areaFlags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`domain:areaFlag.${flag}`)}
            checked={set.has(flag)}
            onChange={(event) => void toggle(flag, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </aside>
  );
}

function flagsIn(value: FieldValue | undefined): string[] {
  return typeof value === "string" ? value.split(" ").filter((flag) => flag !== "") : [];
}
