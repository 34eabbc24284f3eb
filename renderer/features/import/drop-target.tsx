/** Lets a workbook be dropped anywhere on the window around an open roster; without it the drop would do nothing at all. */
import { useEffect, useEffectEvent } from "react";
import { useRefuse } from "../../app/roster/refusal";
import { pathOfDropped } from "../../bridge/bridge";
import { useImportOf } from "./hand-over";

function filesOf(event: DragEvent): FileList | null {
  const { dataTransfer } = event;
  return dataTransfer?.types.includes("Files") === true ? dataTransfer.files : null;
}

export function ImportDropTarget() {
  const refuse = useRefuse();
  const importOf = useImportOf();
  const onDrop = useEffectEvent((event: DragEvent) => {
    const files = filesOf(event);
    if (files === null || event.defaultPrevented) return;
    event.preventDefault();
    const path = files[0] === undefined ? null : pathOfDropped(files[0]);
    if (refuse !== null) refuse();
    else if (path !== null) void importOf({ kind: "file", path });
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (filesOf(event) !== null) event.preventDefault();
    };
    const drop = (event: DragEvent) => onDrop(event);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return null;
}
