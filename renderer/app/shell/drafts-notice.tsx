/**
 * Offers over every screen what was typed and not saved when the program ended: calmly, by name and time, to be taken up
 * or thrown away. Nothing is saved by itself. What is being typed in this window is none of it.
 */
import { IconPencil } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { ToldFormDraft } from "../../../shared/contract/schemas/form-drafts";
import type { EntityName } from "../../../shared/domain/entities";
import { instantText } from "../../../shared/i18n";
import { call } from "../../bridge/bridge";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { asNewPerson, isKnown } from "../../records/form-draft";
import { confirm } from "../feedback/confirm";
import { toastFailed } from "../feedback/toast";
import { useGo } from "../navigation/navigation";
import { useReadOnly } from "../session/session";
import { liveForms, useIsLive } from "../unsaved/live-forms";
import { useSettleUnsaved } from "../unsaved/guard";
import classes from "./shell.module.css";

type Go = ReturnType<typeof useGo>;

/** Where the form of an entity's row is found; a draft of another form is left in the file. */
const places: Readonly<Partial<Record<EntityName, (go: Go, draft: ToldFormDraft) => Promise<boolean>>>> = {
  official: (go, { there, about }) =>
    there ? go.toPerson(about, { force: true }) : go.toNewPerson({ force: true }),
  post: (go) => go.toCatalog("posts", { force: true }),
  standardSet: (go) => go.toCatalog("standards", { force: true }),
  standardRule: (go) => go.toCatalog("standards", { force: true }),
  office: (go) => go.toCatalog("office", { force: true }),
};

/** Told one by one; the others are counted until some of these are settled. */
const most = 3;

export function DraftsNotice() {
  const { t } = useTranslation("screen-app");
  const readOnly = useReadOnly();
  const isLive = useIsLive();
  const { data = [] } = useCall("formDraftsList", {}, { enabled: !readOnly });
  const left = readOnly ? [] : data.filter((draft) => !isLive(draft.id) && placeOf(draft) !== undefined);
  const done = left.filter(({ stored }) => stored).map(({ id }) => id);
  const open = left.filter(({ stored }) => !stored);
  useDrop(done);
  if (open.length === 0) return null;
  return (
    <section className={classes.drafts} aria-label={t("drafts.label")}>
      {open.slice(0, most).map((draft) => (
        <Draft key={draft.id} draft={draft} />
      ))}
      {open.length > most ? <p>{t("drafts.more", { count: open.length - most })}</p> : null}
    </section>
  );
}

function placeOf(draft: ToldFormDraft) {
  return isKnown(draft) ? places[draft.form as EntityName] : undefined;
}

/** What was saved in the moment before the program ended needs nobody's answer. */
function useDrop(ids: readonly string[]): void {
  const text = ids.join(" ");
  useEffect(() => {
    if (text === "") return;
    // Where the roster cannot be written just now, the next opening drops them.
    call("formDraftsDrop", { ids: text.split(" ") }).catch(() => undefined);
  }, [text]);
}

function Draft({ draft }: { readonly draft: ToldFormDraft }) {
  const { t } = useTranslation("screen-app");
  const go = useGo();
  const settle = useSettleUnsaved();
  const what = useWhat(draft);
  const isTaken = useRef(false);
  const takeUp = async () => {
    // A second press before the form is there would begin another one.
    if (isTaken.current) return;
    isTaken.current = true;
    isTaken.current = await goOn();
  };
  const goOn = async (): Promise<boolean> => {
    if (!(await settle())) return false;
    const isGone = draft.form === "official" && !draft.there && draft.rows.some(({ isNew }) => !isNew);
    liveForms.take(isGone ? asNewPerson(draft, newId) : draft);
    return (await placeOf(draft)?.(go, draft)) ?? false;
  };
  const drop = async () => {
    const { confirmed } = await confirm({
      title: t("drafts.sureTitle"),
      body: t("drafts.sure", { what }),
      confirmLabel: t("drafts.sureDrop"),
      danger: true,
    });
    if (confirmed) await call("formDraftsDrop", { ids: [draft.id] }).catch(toastFailed);
  };
  return (
    <div className={classes.draft} role="status">
      <IconPencil size={16} aria-hidden />
      <span className={classes.heldText}>
        {t("drafts.said", { at: instantText(draft.at), by: draft.by, what })}
      </span>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("drafts.takeUpNamed", { what })}
        onClick={() => void takeUp()}
      >
        {t("drafts.takeUp")}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("drafts.dropNamed", { what })}
        onClick={() => void drop()}
      >
        {t("drafts.drop")}
      </Button>
    </div>
  );
}

/** Whose form, and which parts of it: "hồ sơ Nguyễn Văn An (Điện thoại, Trình độ, văn bằng)". */
function useWhat({ form, about, rows, removed, there, name }: ToldFormDraft): string {
  const { t } = useTranslation(["screen-app", "domain"]);
  const word = (key: string) => t(key as "domain:entity.official");
  const isNew = rows.some(({ id, isNew: is }) => is && id === about);
  const key = form !== "official" ? "other" : there ? "person" : isNew ? "newPerson" : "gone";
  const parts = new Set([
    ...rows.flatMap(({ entity, id, fields }) =>
      id === about
        ? Object.keys(fields).map((field) => word(`domain:field.${entity}.${field}`))
        : [word(`domain:entity.${entity}`)],
    ),
    ...removed.map(({ entity }) => word(`domain:entity.${entity}`)),
  ]);
  const entity = word(`domain:entity.${form}`);
  return t(`screen-app:drafts.of.${key}`, {
    name: name ?? t("screen-app:drafts.nameless"),
    entity: entity.charAt(0).toLowerCase() + entity.slice(1),
    parts: [...parts].slice(0, mostParts).join(", ") + (parts.size > mostParts ? "…" : ""),
  });
}

/** Parts that are named; a sentence of twenty fields is read by nobody. */
const mostParts = 4;
