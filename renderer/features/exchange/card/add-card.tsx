/** Another office's card: its file is picked here, its paper is compared in the dialog that follows. */
import { Loader } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReadCardData } from "../../../../shared/contract/schemas/exchange";
import { useReadOnly } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { Button } from "../../../components/button";
import { ErrorNotice } from "../../../components/error-notice";
import { FormSection } from "../../../components/form-section";
import classes from "../exchange.module.css";
import { TrustDialog } from "./trust-dialog";

export function AddCard() {
  const { t } = useTranslation("screen-offices");
  const readOnly = useReadOnly();
  const [card, setCard] = useState<ReadCardData | null>(null);
  const [reading, setReading] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const pick = async () => {
    if (reading) return;
    setFailure(null);
    try {
      const path = await call("dialogOpenCard", {});
      if (path === null) return;
      setReading(true);
      setCard(await call("keyCardRead", { path }));
    } catch (error) {
      setFailure(error);
    } finally {
      setReading(false);
    }
  };
  return (
    <FormSection title={t("card.add")} description={t("card.addHint")}>
      <div className={classes.stack}>
        <div className={classes.row}>
          <Button
            variant="default"
            leftSection={<IconFileImport size={17} aria-hidden />}
            disabled={readOnly}
            onClick={() => void pick()}
          >
            {t("card.pick")}
          </Button>
          {reading ? (
            <span role="status" className={classes.row}>
              <Loader size="xs" aria-hidden />
              {t("card.reading")}
            </span>
          ) : null}
        </div>
        {failure === null ? null : <ErrorNotice error={failure} />}
      </div>
      {card === null ? null : <TrustDialog card={card} onClose={() => setCard(null)} />}
    </FormSection>
  );
}
