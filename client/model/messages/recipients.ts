// Who a message goes to: a suggestion, drawn from the people the person has named. They always choose.

import type { Addressee } from "./draft.ts";
import type { MessagePurpose } from "./purposes.ts";

/** The people around a message, as far as they are known. */
export interface Circle {
  /** Whom the address of the page names: the person chose them already. */
  readonly named?: Addressee | null;
  /** Who was there, the one who saw the person most first. */
  readonly interviewers?: readonly Addressee[];
  readonly boss?: Addressee | null;
  readonly bosssBoss?: Addressee | null;
  readonly referrer?: Addressee | null;
  readonly trusted?: Addressee | null;
  readonly strongest?: Addressee | null;
  readonly leader?: Addressee | null;
  readonly appointed?: Addressee | null;
  readonly praiser?: Addressee | null;
  readonly colleagues?: readonly Addressee[];
}

export interface Recipients {
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
}

export function suggestedRecipients(purpose: MessagePurpose, circle: Circle): Recipients {
  const only = (...people: readonly (Addressee | null | undefined)[]): Recipients => ({
    to: people.filter((one) => one != null),
    cc: [],
  });
  if (circle.named) return only(circle.named);
  switch (purpose) {
    case "thank-referrer":
      return only(circle.referrer);
    case "plan-b-ask":
      return only(circle.trusted);
    case "introduction":
      return only(circle.strongest);
    case "reach-leader":
      return only(circle.leader);
    case "congratulation":
      return only(circle.appointed);
    case "thank-praiser":
      return only(circle.praiser);
    case "win-to-boss":
    case "agreement":
    case "commitment":
    case "digest":
      return only(circle.boss);
    case "win-to-bosss-boss":
      // Without the copy it would go round the boss.
      return { ...only(circle.bosssBoss), cc: only(circle.boss).to };
    case "credit":
      return { ...only(circle.boss), cc: circle.colleagues ?? [] };
    default:
      // One letter to one person: what goes to a whole panel is answered by nobody.
      return only(circle.interviewers?.[0]);
  }
}
