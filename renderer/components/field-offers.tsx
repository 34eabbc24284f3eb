/**
 * What a field offers for a text that can be meant in one or a few ways: one press each, in the order of the keyboard
 * right behind the field. They lie over what is below the field's sentence and move nothing of the form.
 */
import { Button } from "./button";
import classes from "./field-offers.module.css";

export interface FieldOffersProps {
  /** What is asked, for screen readers. */
  readonly label: string;
  readonly offers: readonly { readonly value: string; readonly label: string }[];
  readonly onTake: (value: string) => void;
}

export function FieldOffers({ label, offers, onTake }: FieldOffersProps) {
  if (offers.length === 0) return null;
  return (
    <div className={classes.place}>
      <div className={classes.offers} role="group" aria-label={label} data-offers>
        {offers.map((offer) => (
          <Button key={offer.value} variant="light" size="compact-sm" onClick={() => onTake(offer.value)}>
            {offer.label}
          </Button>
        ))}
      </div>
    </div>
  );
}
