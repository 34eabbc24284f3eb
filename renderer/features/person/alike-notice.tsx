/** Says which other records may be of the same person, and by what; one line each, as the form stands beneath. */
import { Anchor } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths } from "../../app/navigation/paths";
import { useWords } from "../../components/words";
import type { AlikePerson } from "./use-alike";
import classes from "./person.module.css";

const likenesses = ["identityNumber", "nameAndBirth"] as const;

export function AlikeNotice({ found }: { readonly found: readonly AlikePerson[] }) {
  const { t } = useTranslation("screen-person");
  const words = useWords();
  if (found.length === 0) return null;
  return (
    <section className={classes.alike} role="status" aria-label={t("alike.title")}>
      {likenesses.map((same) => {
        const people = found.filter((person) => person.same === same);
        return people.length === 0 ? null : (
          <div key={same} className={classes.alikeLine}>
            <IconUsers size={17} aria-hidden />
            <span className={classes.alikeTitle}>{t(`alike.same.${same}`)}</span>
            {people.map((person) => (
              <span key={person.id}>
                <Anchor href={paths.person(person.id)}>{person.fullName}</Anchor>
                {[words.date(person.birth), person.unitName]
                  .filter((part) => part !== null && part !== "")
                  .map((part) => ` · ${part}`)
                  .join("")}
              </span>
            ))}
          </div>
        );
      })}
    </section>
  );
}
