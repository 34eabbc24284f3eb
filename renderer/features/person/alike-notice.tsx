/** Says which other records may be of the same person, and by what; one line each, as the form stands beneath. */
import { Anchor } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { toastFailed } from "../../app/feedback/toast";
import { paths } from "../../app/navigation/paths";
import { toastSaved } from "../../app/roster/toast-saved";
import { useReadOnly } from "../../app/session/session";
import { useSend } from "../../bridge/hooks";
import { Button } from "../../components/button";
import { useWords } from "../../components/words";
import type { AlikePerson } from "./use-alike";
import classes from "./person.module.css";

const likenesses = ["identityNumber", "nameAndBirth"] as const;

export interface AlikeNoticeProps {
  readonly found: readonly AlikePerson[];
  /** Null for somebody who is not stored yet, of whom nothing can be said for good. */
  readonly officialId: string | null;
}

export function AlikeNotice({ found, officialId }: AlikeNoticeProps) {
  const { t } = useTranslation(["screen-person", "screen-conflicts"]);
  const words = useWords();
  const readOnly = useReadOnly();
  const keepApart = useSend("duplicateKeepApart");
  const apart = async (a: string, b: string) => {
    try {
      toastSaved(t("screen-conflicts:duplicates.keptApart"), await keepApart.mutateAsync({ a, b }), {
        undo: true,
      });
    } catch (error) {
      toastFailed(error);
    }
  };
  if (found.length === 0) return null;
  return (
    <section className={classes.alike} role="status" aria-label={t("screen-person:alike.title")}>
      {likenesses.map((same) => {
        const people = found.filter((person) => person.same === same);
        return people.length === 0 ? null : (
          <div key={same} className={classes.alikeLine}>
            <IconUsers size={17} aria-hidden />
            <span className={classes.alikeTitle}>{t(`screen-person:alike.same.${same}`)}</span>
            {people.map((person) => (
              <span key={person.id}>
                <Anchor href={paths.person(person.id)}>{person.fullName}</Anchor>
                {[words.date(person.birth), person.unitName]
                  .filter((part) => part !== null && part !== "")
                  .map((part) => ` · ${part}`)
                  .join("")}
                {officialId === null || readOnly ? null : (
                  <Button
                    className={classes.apart ?? ""}
                    variant="default"
                    size="compact-sm"
                    waiting={keepApart.isPending}
                    aria-label={t("screen-conflicts:duplicates.apartNamed", { name: person.fullName })}
                    onClick={() => void apart(officialId, person.id)}
                  >
                    {t("screen-conflicts:duplicates.apart")}
                  </Button>
                )}
              </span>
            ))}
          </div>
        );
      })}
    </section>
  );
}
