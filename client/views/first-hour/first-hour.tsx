// The hour after a no.

import { NotHere } from "../frame/not-here.tsx";

export function FirstHour(_: { readonly id: string }) {
  return <NotHere />;
}
