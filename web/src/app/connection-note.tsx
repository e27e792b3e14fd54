// Says that the server cannot be heard, while that is so.

import { t } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import { connection } from "@/lib/feed/live";
import { useStore } from "@/lib/store";

const patienceMs = 3_000;

export function ConnectionNote() {
  const state = useStore(connection);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (state === "live") return;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, [state]);
  if (!isLong) return null;
  return (
    <p
      role="status"
      className="mx-auto mt-2 w-fit rounded-full border border-line bg-surface-2 px-3 py-1 text-small text-warn"
    >
      {t`saydo cannot be reached; trying again. Changes made now are refused, not lost silently.`}
    </p>
  );
}
