/** The list of changes: everything that was changed, by whom and when, and the way back from it. */
import { IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { textOf } from "../../../shared/domain/validate/fields";
import { formatDay } from "../../../shared/text/format";
import { readChangeState } from "../../app/navigation/change-state";
import { useGo, useLocationParts } from "../../app/navigation/navigation";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { ScreenHeader } from "../../components/screen-header";
import { ChangeFilterBar } from "./change-filter-bar";
import { ChangeList } from "./change-list";
import classes from "./changes.module.css";

/** @param props `official`: only the changes of this person */
export function ChangesScreen({ official }: { readonly official?: string }) {
  const { t } = useTranslation("screen-changes");
  const go = useGo();
  const { query } = useLocationParts();
  const filter = useMemo(() => readChangeState(query), [query]);
  const officialId = official ?? null;
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        description={officialId === null ? <Everything /> : <OnlyPerson officialId={officialId} />}
        actions={
          officialId === null ? undefined : (
            <Button
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => void go.toChanges(null, filter, { replace: true })}
            >
              {t("showAll")}
            </Button>
          )
        }
      />
      <ChangeFilterBar
        filter={filter}
        ofPerson={officialId !== null}
        onChange={(patch) => void go.toChanges(officialId, { ...filter, ...patch }, { replace: true })}
      />
      <div className={classes.scroll}>
        <ChangeList key={officialId} officialId={officialId} filter={filter} />
      </div>
    </div>
  );
}

/** The log is of all that was written: under the banner of an earlier knowledge that is said. */
function Everything() {
  const { t } = useTranslation("screen-changes");
  const { knownOn } = useMoment();
  return <>{knownOn === null ? t("description") : t("descriptionKnown", { known: formatDay(knownOn) })}</>;
}

function OnlyPerson({ officialId }: { readonly officialId: string }) {
  const { t } = useTranslation("screen-changes");
  const { moment } = useMoment();
  const { data } = useCall("officialGet", { id: officialId, moment });
  const name = data === undefined ? "" : textOf(data.official, "fullName");
  return <>{t("onlyPerson", { name: name ?? "" })}</>;
}
