/** The editor of posts for whoever chooses one that no list has yet: what was typed is its name, and the form goes on with it. */
import { type ReactNode, useState } from "react";
import { useReadOnly } from "../../../app/session/session";
import { type AddRow, AddingProvider } from "../../../records/field/adding";
import { useNewPost } from "./new-post";
import { RowDialog } from "./row-dialog";

interface Asked {
  readonly name: string;
  readonly onAdded: (id: string, name: string) => void;
}

export function AddingRows({ children }: { readonly children: ReactNode }) {
  const readOnly = useReadOnly();
  const [asked, setAsked] = useState<Asked | null>(null);
  const add: AddRow = (entity, name, onAdded) => {
    if (entity === "post") setAsked({ name, onAdded });
  };
  return (
    <AddingProvider value={readOnly ? null : add}>
      {children}
      {asked === null ? null : <AddedPost {...asked} onClose={() => setAsked(null)} />}
    </AddingProvider>
  );
}

function AddedPost({ name, onAdded, onClose }: Asked & { readonly onClose: () => void }) {
  const begin = useNewPost();
  const [begun, setBegun] = useState(() => begin?.() ?? null);
  if (begun === null && begin !== null) setBegun(begin());
  return begun === null ? null : (
    <RowDialog
      row={{ ...begun, typed: { name } }}
      onSaved={(fields) => onAdded(begun.id, String(fields["name"] ?? name))}
      onClose={onClose}
    />
  );
}
