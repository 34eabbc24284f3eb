/** The screen of one person, stored or new. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { ownedEntities } from "../../../shared/domain/entities";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { useTaken } from "../../app/unsaved/live-forms";
import { PersonEditor } from "./person-editor";
import { draftOfRecord, emptyDraft } from "../../records/record-draft";
import { useWaiting } from "../../records/use-waiting";
import { nothingWaits } from "../../records/waiting";
import classes from "./person.module.css";

/** @param props `officialId`: `new` begins one */
export function PersonScreen({ officialId = "new" }: { readonly officialId?: string }) {
  return officialId === "new" ? <NewPerson /> : <StoredPerson key={officialId} officialId={officialId} />;
}

function NewPerson() {
  const [draft, setDraft] = useState(() => emptyDraft(newId()));
  // Somebody new is taken up under the id that they were to have, so that a save of which the program saw no end is known.
  const taken = useTaken(({ form, there }) => form === "official" && !there);
  if (taken !== null && taken.about !== draft.officialId) setDraft(emptyDraft(taken.about));
  return (
    <PersonEditor
      key={draft.officialId}
      record={null}
      stored={draft}
      waiting={nothingWaits}
      onNext={() => setDraft(emptyDraft(newId()))}
    />
  );
}

function StoredPerson({ officialId }: { readonly officialId: string }) {
  const { t } = useTranslation("screen-person");
  const { moment } = useMoment();
  const { data, error, refetch } = useCall("officialGet", { id: officialId, moment }, { keepPrevious: true });
  if (data !== undefined && error === null) return <Loaded record={data} />;
  return (
    <div className={classes.screen}>
      <ScreenHeader title={t("person")} />
      {error === null ? null : (
        <div className={classes.scroll}>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
    </div>
  );
}

function Loaded({ record }: { readonly record: OfficialRecord }) {
  const ids = useMemo(
    () => [record.id, ...ownedEntities.flatMap((entity) => record.rows[entity].map(({ id }) => id))],
    [record],
  );
  const waiting = useWaiting(ids);
  const stored = useMemo(() => draftOfRecord(record, waiting), [record, waiting]);
  return <PersonEditor record={record} stored={stored} waiting={waiting} />;
}
