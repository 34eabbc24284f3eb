/** A change of status in words: "Chuyên môn: Đạt → Chưa đạt". */
import { useTranslation } from "react-i18next";
import type { Turn } from "../../../../shared/contract/schemas/rules";
import { useWords } from "../../../components/words";

export function moveKey({ standard, from, to }: Turn): string {
  return `${standard} ${from} ${to}`;
}

export function useMoveText(): (move: Turn) => string {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const status = (one: Turn["from"]) => (one === null ? t("preview.notCounted") : words.status(one));
  return ({ standard, from, to }) => `${words.standard(standard)}: ${status(from)} → ${status(to)}`;
}
