/** The screen of one person, stored or new. */
import { useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ownedEntities } from "../../../shared/domain/entities";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { useTaken } from "../../app/unsaved/live-forms";
import { PersonEditor } from "./person-editor";
import { draftOfRecord, emptyDraft, type RecordDraft } from "../../records/record-draft";
import { useWaiting } from "../../records/use-waiting";
import classes from "./person.module.css";

/** @param props `officialId`: `new` begins one */
export function PersonScreen({ officialId = "new" }: { readonly officialId?: string }) {
  const [begun, setBegun] = useState(() => emptyDraft(newId()));
  const [after, setAfter] = useState<readonly string[]>([]);
  const begin = (draft: RecordDraft, others: readonly string[] = []) => {
    setBegun(draft);
    setAfter(others);
  };
  const [shown, setShown] = useState(officialId);
  const isNew = officialId === "new";
  if (shown !== officialId) {
    setShown(officialId);
    if (isNew) begin(emptyDraft(newId()));
  }
  // Somebody new is taken up under the id that they were to have, so that a save of which the program saw no end is known.
  const taken = useTaken(({ form, there }) => isNew && form === "official" && !there);
  if (taken !== null && taken.about !== begun.officialId) begin(emptyDraft(taken.about));
  const next = (others: readonly string[]) => {
    const draft = emptyDraft(newId());
    // No key comes between the form that goes and the one that is typed into.
    flushSync(() => begin(draft, others));
    return draft.officialId;
  };
  const id = isNew ? begun.officialId : officialId;
  // One form before and after somebody new is stored: whoever types on while that happens loses neither box nor letter.
  return (
    <Person
      key={id}
      officialId={id}
      begun={id === begun.officialId ? begun : null}
      after={after}
      {...(isNew ? { onNext: next } : {})}
    />
  );
}

interface PersonProps {
  readonly officialId: string;
  /** With what somebody began who was new here; null for who was stored before. */
  readonly begun: RecordDraft | null;
  /** Left out once the person is stored. */
  readonly onNext?: (after: readonly string[]) => string;
  readonly after: readonly string[];
}

function Person({ officialId, begun, onNext, after }: PersonProps) {
  const { t } = useTranslation("screen-person");
  const { moment } = useMoment();
  const { data, error, refetch } = useCall(
    "officialGet",
    { id: officialId, moment },
    { keepPrevious: true, enabled: onNext === undefined },
  );
  const record = data ?? null;
  const ids = useMemo(
    () =>
      record === null
        ? []
        : [record.id, ...ownedEntities.flatMap((entity) => record.rows[entity].map(({ id }) => id))],
    [record],
  );
  const waiting = useWaiting(ids);
  const stored = useMemo(
    () => (record === null ? begun : draftOfRecord(record, waiting)),
    [record, waiting, begun],
  );
  if (stored !== null && error === null)
    return (
      <PersonEditor
        record={record}
        stored={stored}
        waiting={waiting}
        after={after}
        {...(onNext === undefined ? {} : { onNext })}
      />
    );
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
