// The minute it is, for a page that must not go on calling yesterday "today" after a night in a pocket.

import { useEffect, useState } from "preact/hooks";

const minuteMs = 60_000;

export function useMinute(): number {
  const [minute, setMinute] = useState(currentMinute);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") setMinute(currentMinute());
    };
    const timer = setInterval(look, minuteMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return minute;
}

function currentMinute(): number {
  return Math.floor(Date.now() / minuteMs);
}
