import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { interviewArc, plansArc, todayArc, type Ahead } from "../../client/model/arc.ts";
import { hops, type Drawing } from "../../client/model/hops.ts";

const today = "2026-11-23";
const now = Date.parse("2026-11-23T12:00:00Z");
const zone = "Europe/Berlin";
const soft = (text: string): string => text.replaceAll("\u00a0", " ");
const marks = (drawing: Drawing): string[] => drawing.marks.map(({ strong, text }) => soft(`${strong}/${text}`));
const kinds = (drawing: Drawing): string => drawing.hops.map(({ kind }) => kind).join(" ");
const ball = (drawing: Drawing): number => drawing.spots.find(({ kind }) => kind === "ball")!.x;

const ostara: Ahead = { day: "2026-11-27", kind: "promise", label: "Ostara answers", words: "Ostara Rail answers" };
const fenn: Ahead = { day: "2026-12-03", kind: "talk", label: "Fenn, last talk", words: "last talk at Fenn & Lowe" };
const due = (day: string): Ahead => ({ day, kind: "due", label: "2 things", words: "2 things due" });

describe("hops", () => {
  test("are parabolas from place to place", () => {
    const drawn = hops([{ x: 20, kind: "past" }, { x: 120, kind: "next", height: 40 }], 100, { enter: null, leave: null });
    assert.deepEqual(drawn, [{ kind: "next", d: "M20 92Q70 12 120 92" }]);
  });

  test("come in from the left and go on to the right", () => {
    const [enter, leave] = hops([{ x: 13, kind: "past" }], 100, { enter: 48, leave: 62 });
    assert.deepEqual(enter, { kind: "past", d: "M-44 44Q-15.5 44 13 92" });
    assert.match(leave!.d, /^M13 92Q201\.5 30 390 30$/);
  });

  test("never leave the drawing at the top", () => {
    const [wide] = hops([{ x: 0, kind: "past" }, { x: 360, kind: "maybe" }], 100, { enter: null, leave: null });
    const apex = 92 - (92 - Number(wide!.d.split(/[Q ]/)[3])) / 2;
    assert.ok(apex >= 8, String(apex));
  });

  test("without places are none", () => assert.deepEqual(hops([], 100, { enter: 48, leave: 62 }), []));
});

describe("Today's arc", () => {
  test("is the picture of the design: a solid hop to what is next, dots to what is not certain", () => {
    const drawing = todayArc([fenn, ostara], today);
    assert.equal(kinds(drawing), "past next maybe maybe");
    assert.deepEqual(marks(drawing), ["Today/Mon", "Fri 27/Ostara answers", "Thu 3/Fenn, last talk"]);
    assert.deepEqual(drawing.spots.map(({ kind, x }) => [kind, x]), [["spot", 117], ["fix", 273], ["ball", 13]]);
  });

  test("says in words what it shows", () => {
    assert.equal(
      todayArc([ostara, fenn], today).words,
      "The next two weeks: today; Friday 27 November, Ostara Rail answers; Thursday 3 December, last talk at Fenn & Lowe.",
    );
    assert.equal(todayArc([], today).words, "The next two weeks: today, and nothing with a date after it.");
  });

  test("shows no more than three things, and none so near another that their labels touch", () => {
    const days = ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-04", "2026-12-06"];
    const drawing = todayArc(days.map(due), today);
    assert.deepEqual(marks(drawing), ["Today/Mon", "Thu 26/2 things", "Mon 30/2 things", "Fri 4/2 things"]);
  });

  test("prefers a promise to what is merely due", () => {
    assert.deepEqual(marks(todayArc([due("2026-11-26"), ostara, due("2026-12-03")], today)), ["Today/Mon", "Fri 27/Ostara answers", "Thu 3/2 things"]);
  });

  test("leaves out what is past or beyond two weeks", () => {
    const drawing = todayArc([due("2026-11-20"), due("2026-12-07"), due("2027-11-27")], today);
    assert.deepEqual(marks(drawing), ["Today/Mon"]);
    assert.equal(kinds(drawing), "past maybe");
  });

  test("counts days, not hours, over a change of the clocks", () => {
    const drawing = todayArc([due("2026-10-27")], "2026-10-23");
    assert.equal(drawing.spots[0]!.x, 117);
  });
});

describe("an interview's arc", () => {
  const interview = { held_at: "2026-11-19T14:00:00Z", promised_at: "2026-11-27T11:00:00Z", outcome: "waiting", outcome_at: null } as const;
  const rounds = [
    { held_at: "2026-11-19T14:00:00Z", kind: "panel" },
    { held_at: "2026-11-05T09:00:00Z", kind: "phone" },
  ] as const;

  test("goes over the talks to the promised answer, with the ball where it is now", () => {
    const drawing = interviewArc(interview, rounds, now, zone);
    assert.deepEqual(marks(drawing), ["5 Nov/Phone", "19 Nov/Panel", "Fri 27/Answer"]);
    assert.equal(kinds(drawing), "past past maybe");
    assert.ok(ball(drawing) > 120 && ball(drawing) <= 230);
    assert.equal(soft(drawing.words), "Phone Thu 5 Nov, panel Thu 19 Nov and answer promised for Fri 27 Nov.");
  });

  test("of one talk has the ball on it and goes on into the open", () => {
    const drawing = interviewArc({ ...interview, promised_at: null }, [], now, zone);
    assert.deepEqual(marks(drawing), ["19 Nov/Interview"]);
    assert.equal(kinds(drawing), "past maybe");
  });

  test("leads solidly to a talk that is agreed", () => {
    const drawing = interviewArc(interview, [{ held_at: "2026-12-03T09:00:00Z", kind: "final" }], now, zone);
    assert.deepEqual(marks(drawing), ["19 Nov/Interview", "Fri 27/Answer", "Thu 3/Last talk"]);
    const agreed = interviewArc({ ...interview, promised_at: null }, [{ held_at: "2026-12-03T09:00:00Z", kind: "final" }], now, zone);
    assert.equal(kinds(agreed), "past next");
  });

  test("ends at the answer, whatever it is", () => {
    const drawings = (["offer", "no", "silence", "withdrawn"] as const).map((outcome) =>
      interviewArc({ ...interview, outcome, outcome_at: "2026-11-23T08:00:00Z" }, rounds, now, zone),
    );
    assert.deepEqual(marks(drawings[0]!), ["5 Nov/Phone", "19 Nov/Panel", "Mon 23/Answer"]);
    assert.equal(kinds(drawings[0]!), "past past past");
    for (const drawing of drawings) assert.deepEqual(drawing, drawings[0]);
  });

  test("without any date has the ball at today", () => {
    const drawing = interviewArc({ held_at: null, promised_at: null, outcome: null, outcome_at: null }, [], now, zone);
    assert.deepEqual(marks(drawing), ["Mon 23/Today"]);
  });

  test("keeps the ball at today before the first talk", () => {
    const drawing = interviewArc({ ...interview, held_at: null }, [{ held_at: "2026-12-03T09:00:00Z", kind: "phone" }], now, zone);
    assert.equal(ball(drawing), 20);
    assert.deepEqual(marks(drawing), ["Mon 23/Today", "Fri 27/Answer", "Thu 3/Phone"]);
  });
});

describe("Plan B's arc", () => {
  const idea = { title: "Certificate", status: "ready", next_step: "pick a course", contact: null, next_step_on: null } as const;
  const oneStepAway = { ...idea, title: "Consultancy", contact: "leila" } as const;
  const ready = { ...oneStepAway, title: "Storage team", next_step_on: "2026-11-27" } as const;

  test("is higher the readier an option is, and solid only for what is ready", () => {
    const drawing = plansArc([ready, oneStepAway, idea, { ...ready, title: "Put off", status: "parked" }]);
    assert.equal(kinds(drawing), "past maybe maybe next");
    assert.deepEqual(marks(drawing), ["/An idea", "/One step away", "Ready/"]);
    assert.equal(drawing.words, "Your options, the readier the higher. Storage team: ready; Consultancy: ready after one step; Certificate: an idea.");
  });

  test("shows what is under way as such", () => {
    const drawing = plansArc([{ ...idea, status: "active" }]);
    assert.deepEqual([kinds(drawing), marks(drawing)], ["past next", ["Under way/"]]);
    assert.equal(drawing.words, "Your options, the readier the higher. Certificate: under way.");
  });

  test("says the same word once", () => {
    assert.deepEqual(marks(plansArc([idea, idea])), ["/An idea"]);
  });

  test("of nothing goes on into the open", () => {
    assert.equal(kinds(plansArc([])), "past maybe");
    assert.equal(plansArc([]).words, "No options yet.");
  });
});
