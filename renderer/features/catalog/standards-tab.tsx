/**
 * Standard sets and their rules as sentences, with clause, and whether somebody held them against the text of the law:
 * added, taken on from a day, edited, ended, switched on and off, each with whose status it turns before it is written.
 * What nobody confirmed is said to be unconfirmed everywhere it decides something.
 */
import { Group } from "@mantine/core";
import { IconFileExport, IconFileImport, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useState } from "react";
import { v7 as newId } from "uuid";
import type { StandardSetRow } from "../../../shared/contract/schemas/catalog";
import { textOf } from "../../../shared/domain/validate/fields";
import { baseNotes, setsHolding } from "../../../shared/standards/set-rows";
import { useReadOnly } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { useCall } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { CountedSection } from "./rules/counted-section";
import { CopyDialog } from "./rules/copy-dialog";
import { EndDialog, type EndedRow } from "./rules/end-dialog";
import { FileDialog } from "./rules/file-dialog";
import { newKey } from "../../../shared/text/new-key";
import { type EditedRow, RowDialog } from "./rules/row-dialog";
import { SetSection } from "./rules/set-section";
import { SwitchDialog } from "./rules/switch-dialog";
import { type StoredRow, useTakenRow } from "./rules/taken-row";
import { useRulesFile } from "./rules/use-rules-file";
import classes from "./catalog.module.css";

/** The one dialog that is open. */
type Open =
  | { readonly kind: "edit"; readonly row: EditedRow }
  | { readonly kind: "end"; readonly row: EndedRow }
  | { readonly kind: "copy"; readonly set: StandardSetRow }
  | { readonly kind: "switch"; readonly set: StandardSetRow };

const nothingWaits = () => false;

export function StandardsTab() {
  const { t } = useTranslation(["screen-catalog", "screen-rules"]);
  const { knownOn, on } = useMoment();
  const readOnly = useReadOnly();
  const { data, error, refetch } = useCall("standardsList", { knownOn });
  const [open, setOpen] = useState<Open | null>(null);
  const file = useRulesFile();
  useTakenRow(
    ["standardSet", "standardRule"],
    (id) => (data === undefined ? undefined : storedRow(data, id)),
    (row) => setOpen({ kind: "edit", row }),
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  // The newest text first: it is the one that decides today.
  const sets = [...(data ?? [])].sort((a, b) => start(b).localeCompare(start(a)));
  const keys = sets.map(({ fields }) => textOf(fields, "key") ?? "");
  const holding = setsHolding(sets, on);
  const bases = baseNotes(sets, on);
  const close = () => setOpen(null);
  const edit = (row: EditedRow) => setOpen({ kind: "edit", row });
  const add = () => {
    const id = newId();
    const fields = { key: newKey(id.slice(-12), keys), validFrom: on, inUse: true };
    edit({ entity: "standardSet", id, isNew: true, fields, title: "", isWaiting: nothingWaits });
  };
  return (
    <div className={classes.scroll}>
      <Group justify="space-between" align="flex-start">
        <p className={`${classes.hint} ${classes.besideActions}`}>{t("screen-catalog:standards.hint")}</p>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            disabled={readOnly}
            onClick={() => void file.importRules()}
          >
            {t("screen-rules:file.import")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => void file.exportRules(null)}
          >
            {t("screen-rules:file.exportAll")}
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={readOnly} onClick={add}>
            {t("screen-rules:set.add")}
          </Button>
        </Group>
      </Group>
      <CountedSection />
      {data !== undefined && sets.length === 0 ? (
        <EmptyState title={t("screen-catalog:standards.none")} />
      ) : null}
      {sets.map((set) => (
        <SetSection
          key={set.id}
          set={set}
          inForce={holding.has(set.id)}
          base={bases.get(set.id)}
          onEdit={edit}
          onEnd={(row) => setOpen({ kind: "end", row })}
          onCopy={() => setOpen({ kind: "copy", set })}
          onSwitch={() => setOpen({ kind: "switch", set })}
          onExport={() => void file.exportRules({ id: set.id, key: textOf(set.fields, "key") ?? "" })}
        />
      ))}
      {file.read === null ? null : <FileDialog read={file.read} onClose={file.close} />}
      {open?.kind === "edit" ? <RowDialog row={open.row} onClose={close} /> : null}
      {open?.kind === "end" ? <EndDialog row={open.row} onClose={close} /> : null}
      {open?.kind === "copy" ? <CopyDialog set={open.set} keys={keys} onClose={close} /> : null}
      {open?.kind === "switch" ? <SwitchDialog set={open.set} onClose={close} /> : null}
    </div>
  );
}

/** A set or a rule of one, as the editor of it begins. */
function storedRow(sets: readonly StandardSetRow[], id: string): StoredRow | null {
  for (const set of sets) {
    const title = textOf(set.fields, "name") ?? "";
    const fields = set.id === id ? set.fields : set.rules.find((rule) => rule.id === id)?.fields;
    if (fields !== undefined) return { fields, title };
  }
  return null;
}

function start(set: StandardSetRow): string {
  return textOf(set.fields, "validFrom") ?? "";
}
