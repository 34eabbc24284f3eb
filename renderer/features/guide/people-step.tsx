/** How people come into a roster: from the list that exists, where the program can read it, or one by one. */
import { IconFileImport, IconUserPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useCommandEntries, useRunCommand } from "../../app/commands/commands";
import { useReadOnly } from "../../app/session/session";
import { Button } from "../../components/button";
import classes from "./guide.module.css";

export function PeopleStep() {
  const { t } = useTranslation("guide");
  const run = useRunCommand();
  const readOnly = useReadOnly();
  const importing = useCommandEntries().find(({ id }) => id === "import");
  return (
    <div className={classes.ways}>
      {importing === undefined ? null : (
        <Button
          leftSection={<IconFileImport size={16} aria-hidden />}
          disabled={readOnly}
          onClick={() => run(importing)}
        >
          {t("people.import")}
        </Button>
      )}
      <Button
        variant={importing === undefined ? "filled" : "default"}
        leftSection={<IconUserPlus size={16} aria-hidden />}
        disabled={readOnly}
        onClick={() => run("newOfficial")}
      >
        {t("people.first")}
      </Button>
    </div>
  );
}
