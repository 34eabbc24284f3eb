/**
 * The sections with the rows of a record, one for each entity whose rows people enter. Only those that do more than
 * the registry says are named here.
 */
import type { ComponentType } from "react";
import { enteredEntities, isOwned, type OwnedEntity } from "../../../shared/domain/entities";
import { type RecordSectionProps, RowsSection } from "../../records/rows/rows-section";
import { AssignmentsSection } from "./assignments-section";
import { KeptTextsSection } from "./kept-texts-section";
import { QualificationsSection } from "./qualifications-section";

const own: Readonly<Partial<Record<OwnedEntity, ComponentType<RecordSectionProps>>>> = {
  assignment: AssignmentsSection,
  qualification: QualificationsSection,
  keptText: KeptTextsSection,
};

export function RowSections(props: RecordSectionProps) {
  return enteredEntities.filter(isOwned).map((entity) => {
    const Own = own[entity];
    return Own === undefined ? (
      <RowsSection key={entity} entity={entity} {...props} />
    ) : (
      <Own key={entity} {...props} />
    );
  });
}
