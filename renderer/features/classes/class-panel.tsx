/** The class that is open: what it is, how full it is, what a pass proves; its learners and its teachers. */
import { SegmentedControl } from "@mantine/core";
import { IconPencil, IconTrash, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { textOf } from "../../../shared/domain/checks/reading";
import { formatPartialDate } from "../../../shared/domain/partial-date";
import { choiceWord } from "../../../shared/i18n";
import { formatNumber } from "../../../shared/text/format";
import { confirm } from "../../app/feedback/confirm";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { useTranslate } from "../../components/translate";
import { LearnersGrid } from "./learners-grid";
import type { EditedRow } from "./row-dialog";
import { TeacherList } from "./teacher-list";
import classes from "./classes.module.css";

type ClassData = NonNullable<CallResult<"classGet">>;

interface ClassPanelProps {
  readonly classId: string;
  readonly onEdit: (row: EditedRow) => void;
  readonly onClose: () => void;
}

export function ClassPanel({ classId, onEdit, onClose }: ClassPanelProps) {
  const { t } = useTranslation("screen-classes");
  const { knownOn } = useMoment();
  const course = useCall("classGet", { id: classId, knownOn }, { keepPrevious: true });
  const name = String(course.data?.fields["name"] ?? "");
  return (
    <section className={classes.panel} aria-label={t("panel.label", { name })}>
      {course.isError ? <ErrorNotice error={course.error} onRetry={() => void course.refetch()} /> : null}
      {course.data === null ? <EmptyState title={t("panel.gone")} /> : null}
      {course.data === undefined || course.data === null ? null : (
        <Panel classId={classId} course={course.data} name={name} onEdit={onEdit} onClose={onClose} />
      )}
    </section>
  );
}

interface PanelProps extends ClassPanelProps {
  readonly course: ClassData;
  readonly name: string;
}

function Panel({ classId, course, name, onEdit, onClose }: PanelProps) {
  const { t } = useTranslation("screen-classes");
  const readOnly = useReadOnly();
  const [tab, setTab] = useState<"learners" | "teachers">("learners");
  const removing = useSend("classRemove");
  const remove = async () => {
    const answer = await confirm({
      title: t("removeTitle", { name }),
      body: t("removeBody"),
      confirmLabel: t("removeConfirm"),
      danger: true,
    });
    if (!answer.confirmed) return;
    try {
      const written = await removing.mutateAsync({ entity: "trainingClass", id: classId });
      toastSaved(t("removed", { name }), written, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };
  const edit = () =>
    onEdit({
      entity: "trainingClass",
      id: classId,
      isNew: false,
      fields: course.fields,
      title: t("editTitle", { name }),
    });
  return (
    <>
      <div className={classes.panelHead}>
        <h2>{name}</h2>
        <div className={classes.panelActions}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            leftSection={<IconPencil size={14} aria-hidden />}
            onClick={edit}
          >
            {t("panel.edit")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={readOnly}
            leftSection={<IconTrash size={14} aria-hidden />}
            onClick={() => void remove()}
          >
            {t("panel.remove")}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconX size={14} aria-hidden />}
            onClick={onClose}
          >
            {t("panel.close")}
          </Button>
        </div>
      </div>
      <Facts course={course} />
      <div className={classes.panelTabs}>
        <SegmentedControl
          aria-label={t("tab.label")}
          value={tab}
          onChange={(value) => setTab(value === "teachers" ? "teachers" : "learners")}
          data={[
            { value: "learners", label: t("tab.learners") },
            { value: "teachers", label: `${t("tab.teachers")} (${course.teachers.length})` },
          ]}
        />
      </div>
      {tab === "learners" ? (
        <LearnersGrid classId={classId} name={name} open={course.open} onEdit={onEdit} />
      ) : (
        <TeacherList classId={classId} teachers={course.teachers} onEdit={onEdit} />
      )}
    </>
  );
}

function Facts({ course }: { readonly course: ClassData }) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const say = useTranslate();
  const { fields, seated, open, count } = course;
  const word = (field: string) => {
    const value = fields[field];
    return typeof value === "string" && value !== ""
      ? choiceWord(say, "trainingClass", field, value, fields["provesKind"] ?? null)
      : null;
  };
  const text = (field: string) => textOf(fields, field);
  const days = ["from", "to"].flatMap((field) => text(field) ?? []).map(formatPartialDate);
  const line = [word("kind"), word("form"), text("provider"), text("venue"), days.join(" – ")];
  const seats = fields["seats"];
  const places = { seated: formatNumber(seated), elsewhere: formatNumber(count.elsewhere) };
  const proven = word("provesKind");
  return (
    <div className={classes.facts}>
      <p>{line.filter((part) => part !== null && part !== "").join(" · ")}</p>
      <p>
        {typeof seats === "number"
          ? t("screen-classes:panel.seats", { ...places, seats: formatNumber(seats) })
          : t("screen-classes:panel.noSeats", places)}
        {open === 0 ? "" : ` · ${t("screen-classes:panel.open", { text: formatNumber(open) })}`}
      </p>
      <p className={classes.muted}>
        {proven === null
          ? t("screen-classes:panel.provesNothing")
          : t("screen-classes:panel.proves", { kind: proven, level: word("provesLevel") ?? "" })}
      </p>
    </div>
  );
}
