/** The rules of today that the program ships for reference, each with a switch: nobody is judged by them unasked. */
import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfferedSet } from "../../../shared/contract/schemas/rules";
import { formatDay } from "../../../shared/text/format";
import { toastFailed } from "../../app/feedback/toast";
import { paths } from "../../app/navigation/paths";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useSend } from "../../bridge/hooks";
import { UnverifiedMark } from "../../components/unverified-mark";
import classes from "./guide.module.css";
import { LawText } from "../../components/law-text";

export function RulesStep({ offered }: { readonly offered: readonly OfferedSet[] }) {
  const { t } = useTranslation("guide");
  return (
    <>
      {offered.length === 0 ? <p className={classes.line}>{t("rules.none")}</p> : null}
      {offered.map((set) => (
        <OfferedRules key={set.id} set={set} />
      ))}
      <p className={classes.line}>
        <a href={paths.catalog("standards")}>{t("rules.all")}</a>
      </p>
    </>
  );
}

function OfferedRules({ set }: { readonly set: OfferedSet }) {
  const { t } = useTranslation("guide");
  const readOnly = useReadOnly();
  const send = useSend("catalogEdit");
  const use = async (inUse: boolean) => {
    try {
      const saved = await send.mutateAsync({
        entity: "standardSet",
        id: set.id,
        fields: { inUse },
        reason: null,
      });
      toastSaved(t(inUse ? "rules.on" : "rules.off", { name: set.name }), saved, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.rules}>
      <Switch
        label={<LawText text={set.name} />}
        checked={set.inUse}
        disabled={readOnly}
        onChange={(event) => void use(event.currentTarget.checked)}
      />
      <p className={classes.line}>
        {t("rules.since", { day: formatDay(set.validFrom) })} <UnverifiedMark of={set} look="words" />
      </p>
      {set.note === null ? null : (
        <p className={classes.line}>
          {/* One piece: the parts of a text are no pieces of the line. */}
          <span>
            <LawText text={set.note} />
          </span>
        </p>
      )}
    </div>
  );
}
