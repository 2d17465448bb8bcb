// What can be started: the built-in playbooks, each as the person's own version where there is one, and those they made.
import { byPosition } from "../../model/order.ts";
import { ownTemplate, standIns, type OwnPlaybook } from "../../model/own-playbooks.ts";
import { builtIn, builtIns } from "../../model/playbooks.ts";
import { ruleWords } from "../../model/rules.ts";
import { capital } from "../../model/words.ts";
import type { Entry, Store } from "../../store/store.ts";

export interface OfferedLine {
  readonly id: string;
  readonly text: string;
  readonly why: string | null;
  /** "2 business days after the outcome"; empty where it has no date. */
  readonly when: string;
}

export interface Offer {
  /** What is started: a built-in one's slug, or the id of one of the person's own. */
  readonly playbook: string;
  /** The built-in one it is, or stands for. */
  readonly slug: string | null;
  readonly isOwn: boolean;
  readonly title: string;
  readonly intro: string | null;
  readonly repeatWeeks: number | null;
  readonly lines: readonly OfferedLine[];
}

export async function loadOffers(store: Store): Promise<readonly Offer[]> {
  const playbooks = await store.all("playbooks");
  const versions = standIns(playbooks);
  const standing = new Set([...versions.values()].map(({ id }) => id));
  const others = playbooks.filter(({ id }) => !standing.has(id)).sort(byPosition);
  const first = builtIns.map(({ slug }) => {
    const own = versions.get(slug);
    return own ? ownOffer(store, own) : builtInOffer(slug)!;
  });
  return Promise.all([...first, ...others.map((playbook) => ownOffer(store, playbook))]);
}

export function builtInOffer(slug: string): Offer | null {
  const playbook = builtIn(slug);
  if (!playbook) return null;
  const { title, intro, steps } = playbook;
  const lines = steps.map(({ slug: id, text, why, due_rule }) => ({ id, text, why, when: whenWords(due_rule) }));
  return { playbook: slug, slug, isOwn: false, title, intro, repeatWeeks: null, lines };
}

async function ownOffer(store: Store, playbook: OwnPlaybook): Promise<Offer> {
  const steps = await store.by("playbook_steps", "playbook", playbook.id);
  const { lines } = ownTemplate(playbook, steps, undefined);
  return {
    playbook: playbook.id,
    slug: playbook.built_in,
    isOwn: true,
    title: playbook.title ?? "A list",
    intro: playbook.intro,
    repeatWeeks: playbook.repeat_weeks,
    lines: lines.map(({ step, text, why, due_rule }) => ({ id: step, text, why, when: whenWords(due_rule) })),
  };
}

export const whenWords = (rule: string | null): string => (rule === null ? "" : capital(ruleWords(rule)));

/** "Every four weeks"; empty for one that comes once. */
export function repeatWords(weeks: number | null): string {
  if (weeks === null) return "";
  if (weeks === 1) return "Every week";
  return weeks === 4 ? "Every four weeks" : `Every ${weeks} weeks`;
}

/** Whether a list was begun from what is offered, also before it became the person's own. */
export const isBegunFrom = ({ playbook, slug }: Offer, list: Pick<Entry<"checklists">, "playbook">): boolean =>
  list.playbook === playbook || (slug !== null && list.playbook === slug);
