/** Questions before something that cannot be taken lightly, as a promise. */
import { modals } from "@mantine/modals";
import type { ReactNode } from "react";
import { ConfirmBody, type ConfirmReason } from "../../components/confirm-dialog";

export interface ConfirmQuestion {
  readonly title: string;
  readonly body: ReactNode;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  readonly reason?: ConfirmReason;
}

export type ConfirmAnswer =
  | { readonly confirmed: false }
  | { readonly confirmed: true; readonly reason: string | null };

/** Asks; closing the dialog in any way but its button is a no. */
export function confirm(question: ConfirmQuestion): Promise<ConfirmAnswer> {
  return new Promise((resolve) => {
    const id = modals.open({
      title: question.title,
      children: (
        <ConfirmBody
          {...question}
          onCancel={() => modals.close(id)}
          onConfirm={(reason) => {
            resolve({ confirmed: true, reason });
            modals.close(id);
          }}
        />
      ),
      onClose: () => resolve({ confirmed: false }),
    });
  });
}
