/** After writing: which files, and that the stick may be taken out now. */
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../shared/contract/contract";
import { Button } from "../../components/button";
import { WrittenFiles } from "../../components/files/written-files";

export interface ReportResultProps {
  readonly result: CallResult<"reportWrite">;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

export function ReportResult({ result, onAgain, onClose }: ReportResultProps) {
  const { t } = useTranslation("screen-report");
  return (
    <WrittenFiles
      {...result}
      opens
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onAgain}>
          {t("again")}
        </Button>
      }
    />
  );
}
