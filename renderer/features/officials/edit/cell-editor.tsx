/**
 * A cell of the list while it is changed: the field's own control over the cell. Enter keeps and goes a line down, Tab
 * keeps and goes to the next column, Escape leaves it as it was; what is wrong stands beneath, and nothing is lost by it.
 */
import {
  type FormEvent,
  type KeyboardEvent as Key,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { createPortal, flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { asksWhichRow, type WhichRow } from "../../../../shared/columns/another-row";
import type { PersonColumn } from "../../../../shared/columns/column";
import { unsaidOfNewRow } from "../../../../shared/columns/new-row";
import { tableColumnLabel } from "../../../../shared/columns/table-column";
import { ladderOf } from "../../../../shared/columns/value-order";
import type { FieldIssue } from "../../../../shared/contract/errors";
import type { Moment } from "../../../../shared/contract/schemas/common";
import type { ListCell } from "../../../../shared/contract/schemas/officials";
import type { FieldValue } from "../../../../shared/domain/entities";
import { hasErrors, questionKey } from "../../../../shared/domain/validate/issue";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useUnsavedGuard } from "../../../app/unsaved/guard";
import { errorDataOf } from "../../../bridge/bridge";
import { useSend } from "../../../bridge/hooks";
import { Button } from "../../../components/button";
import { useEscape } from "../../../components/keyboard/escape";
import { holdsUnsettled } from "../../../components/picker/unsettled";
import { useTranslate } from "../../../components/translate";
import { useWords } from "../../../components/words";
import { RegistryField } from "../../../records/field/registry-field";
import { issueText } from "../../../records/issue-words";
import { withKey, writeAhead } from "./keys-ahead";
import { NewRowDialog } from "./new-row-dialog";
import { WhichRowDialog } from "./which-row-dialog";
import classes from "./edit.module.css";

/** Where the keys go on. */
export type After = "stay" | "down" | "next" | "before";

export interface CellEditorProps {
  readonly officialId: string;
  readonly name: string;
  readonly column: PersonColumn;
  readonly cell: ListCell;
  readonly moment: Moment;
  /** The cell on screen. */
  readonly anchor: DOMRect;
  /** The letter that is on its way into the field, in place of the value; null: none. */
  readonly typed: string | null;
  /** Keys that were pressed before this cell could take them; empty for none. */
  readonly ahead: string;
  /** @param ahead keys that were pressed since, for the cell where they go on */
  readonly onClose: (after: After, ahead: string) => void;
}

export function CellEditor(props: CellEditorProps) {
  const { t } = useTranslation(["grid", "issues", "domain"]);
  const say = useTranslate();
  const words = useWords();
  const { column, cell, anchor, onClose } = props;
  const ladder = ladderOf(column);
  const { entity } = column;
  const before = cell.value ?? null;
  /** No row is on record yet, and this cell alone makes none. */
  const needsMore =
    typeof cell.row !== "string" && unsaidOfNewRow(column, new Set([column.field])).length > 0;
  const [value, setValue] = useState<FieldValue>(before);
  const [label, setLabel] = useState(cell.text);
  const [issues, setIssues] = useState<readonly FieldIssue[]>([]);
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const send = useSend("cellSave");
  const after = useRef<After>("down");
  /** The key and the form may both say so. */
  const sending = useRef(false);
  const ahead = useRef("");
  const [asking, setAsking] = useState(false);
  const which = useRef<WhichRow | null>(null);
  useUnsavedGuard({ dirty: value !== before });
  useEscape(() => onClose("stay", ""));
  const beginInField = useEffectEvent(() => {
    const field = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    field?.focus();
    // What is chosen gives way to the letter, as the browser or an input method writes it.
    if (field instanceof HTMLInputElement || props.typed !== null) field?.select();
    if (field == null || props.typed === null) return;
    if (props.ahead !== "") ahead.current = writeAhead(field, props.ahead);
  });
  useEffect(() => beginInField(), []);

  const save = (answered: readonly string[]) => {
    if (sending.current) return;
    if (value === before) {
      onClose(after.current, ahead.current);
      return;
    }
    const said = which.current;
    if (needsMore || (said === null && typeof cell.row === "string" && asksWhichRow(column, before, value))) {
      setAsking(true);
      return;
    }
    sending.current = true;
    send.mutate(
      {
        id: props.officialId,
        moment: props.moment,
        key: column.key,
        value,
        ...(said === null ? {} : { which: said }),
        answered: [...answered],
      },
      {
        onSuccess: (result) => {
          const warned = result.warnings.map((issue) => issueText(t, issue)).join(" ");
          toastSaved([t("grid:edit.saved", { name: props.name }), warned].join(" ").trim(), result, {
            undo: true,
          });
          onClose(after.current, ahead.current);
        },
        onError: (error) => {
          sending.current = false;
          ahead.current = "";
          const data = errorDataOf(error);
          const found = (data.issues ?? []).filter(({ severity }) => severity !== "warning");
          // A question is answered without saying again which row it is about.
          if (hasErrors(found)) which.current = null;
          if (data.code === "validation") setIssues(found);
          else toastFailed(error);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    save([]);
  };
  /** After the field itself has heard the key: a list takes what is marked in it, a text is put in order. */
  const saveAfterField = () =>
    setTimeout(() => {
      if (box.current !== null && !holdsUnsettled(box.current)) box.current.requestSubmit();
    }, 0);
  const onKeyDown = (event: Key) => {
    const { target } = event;
    if (sending.current && event.key !== "Escape") {
      event.preventDefault();
      event.stopPropagation();
      ahead.current = withKey(ahead.current, event);
      return;
    }
    const isField =
      target instanceof HTMLInputElement || (target instanceof HTMLTextAreaElement && event.ctrlKey);
    if (event.key === "Enter" && isField && !event.nativeEvent.isComposing) {
      after.current = "down";
      saveAfterField();
    }
    if (event.key !== "Tab" || event.defaultPrevented || issues.length > 0) return;
    event.preventDefault();
    after.current = event.shiftKey ? "before" : "next";
    // The field that is left puts its text in order first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    saveAfterField();
  };
  const questions = issues.filter((issue) => issue.severity === "question");
  const width = Math.max(anchor.width, 260);
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - width - 8));
  const room = window.innerHeight - anchor.top;
  const stayHere = () => {
    // What is not on screen takes no focus.
    flushSync(() => setAsking(false));
    box.current?.querySelector<HTMLInputElement>("input, textarea")?.focus();
  };
  const editor = createPortal(
    <div
      hidden={asking}
      className={classes.editor}
      style={{ left, width, ...(room < 220 ? { bottom: room - anchor.height } : { top: anchor.top }) }}
      onKeyDownCapture={onKeyDown}
    >
      <form
        ref={box}
        noValidate
        aria-label={t("grid:edit.label", { column: tableColumnLabel(say, column), name: props.name })}
        onSubmit={submit}
      >
        <RegistryField
          entity={column.entity}
          field={column.field}
          id={`${id}field`}
          label={tableColumnLabel(say, column)}
          value={value}
          valueLabel={label}
          ladder={ladder}
          on={props.moment.on}
          escapeLeaves
          {...(issues.length === 0 ? {} : { error: issues.map((issue) => issueText(t, issue)).join(" ") })}
          onChange={(changed, named) => {
            setValue(changed);
            if (named !== undefined) setLabel(named);
            setIssues([]);
            which.current = null;
          }}
        />
        <div className={classes.keys}>
          <Button type="submit" size="compact-sm" loading={send.isPending}>
            {t("grid:edit.save")}
          </Button>
          {questions.length > 0 && questions.length === issues.length ? (
            <Button size="compact-sm" variant="light" onClick={() => save(questions.map(questionKey))}>
              {t("grid:edit.anyway")}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="subtle" onClick={() => onClose("stay", "")}>
            {t("grid:edit.cancel")}
          </Button>
        </div>
      </form>
    </div>,
    document.body,
  );
  return (
    <>
      {editor}
      {asking && needsMore && entity !== "official" ? (
        <NewRowDialog
          officialId={props.officialId}
          name={props.name}
          moment={props.moment}
          column={{ ...column, entity }}
          value={value}
          label={label}
          onSaved={() => onClose(after.current, "")}
          onClose={stayHere}
        />
      ) : null}
      {asking && typeof cell.row === "string" ? (
        <WhichRowDialog
          officialId={props.officialId}
          name={props.name}
          moment={props.moment}
          column={column}
          rowId={cell.row}
          from={cell.text}
          to={ladder === null ? label : (words.level(ladder, String(value)) ?? label)}
          value={value}
          onSay={(said) => {
            which.current = said;
            setAsking(false);
            save([]);
          }}
          onClose={stayHere}
        />
      ) : null}
    </>
  );
}
