import type { ComponentChildren } from "preact";
import { FieldError } from "../components/field.tsx";

/** What did not work, read out when it comes. */
export function Fault({ children }: { readonly children: ComponentChildren }) {
  return (
    <div role="alert" hidden={!children}>
      {children && <FieldError>{children}</FieldError>}
    </div>
  );
}
