/** Who teaches in a class: a few rows, each edited and removed by its own buttons. */
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { formatNumber } from "../../../shared/text/format";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { type EditedRow, newRow } from "./row-dialog";
import classes from "./classes.module.css";

type Teacher = NonNullable<CallResult<"classGet">>["teachers"][number];

interface TeacherListProps {
  readonly classId: string;
  readonly teachers: readonly Teacher[];
  readonly onEdit: (row: EditedRow) => void;
}

export function TeacherList({ classId, teachers, onEdit }: TeacherListProps) {
  const { t } = useTranslation("screen-classes");
  const readOnly = useReadOnly();
  const removing = useSend("classRemove");
  const nameOf = ({ fields, officialName }: Teacher) => officialName ?? String(fields["name"] ?? "");
  const detailsOf = ({ fields }: Teacher) =>
    [
      fields["organisation"],
      fields["subject"],
      fields["partTime"] === true ? t("teachers.partTime") : null,
      typeof fields["hours"] === "number"
        ? t("teachers.hours", { text: formatNumber(fields["hours"]) })
        : null,
    ]
      .filter((part) => typeof part === "string" && part !== "")
      .join(" · ");
  const remove = async (teacher: Teacher) => {
    try {
      const written = await removing.mutateAsync({ entity: "classTeacher", id: teacher.id });
      toastSaved(t("teachers.removed", { name: nameOf(teacher) }), written, { undo: true });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.teachers}>
      <div>
        <Button
          size="compact-sm"
          disabled={readOnly}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onEdit(newRow("classTeacher", { trainingClass: classId }, t("teacherTitle")))}
        >
          {t("teachers.add")}
        </Button>
      </div>
      {teachers.length === 0 ? <p className={classes.muted}>{t("teachers.none")}</p> : null}
      <ul>
        {teachers.map((teacher) => (
          <li key={teacher.id}>
            <span>
              <strong>{nameOf(teacher)}</strong> <span className={classes.muted}>{detailsOf(teacher)}</span>
            </span>
            <span className={classes.panelActions}>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={readOnly}
                aria-label={t("teachers.edit", { name: nameOf(teacher) })}
                onClick={() =>
                  onEdit({
                    entity: "classTeacher",
                    id: teacher.id,
                    isNew: false,
                    fields: teacher.fields,
                    title: t("teacherTitle"),
                  })
                }
              >
                <IconPencil size={14} aria-hidden />
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={readOnly}
                aria-label={t("teachers.remove", { name: nameOf(teacher) })}
                onClick={() => void remove(teacher)}
              >
                <IconTrash size={14} aria-hidden />
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
