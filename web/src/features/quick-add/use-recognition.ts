// What the server recognises in a line while it is being typed.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Parsed, Span } from "@/lib/api/contract";
import { parseText } from "@/lib/api/tasks";
import { standing } from "@/lib/parse/segments";

const pauseMs = 90;

interface Recognition {
  spans: Span[];
  /** What the whole line means, once the server has seen exactly this line. */
  parsed: Parsed | null;
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

export function useRecognition(text: string): Recognition {
  const paused = usePaused(text);
  const { data } = useQuery({
    queryKey: ["parse", paused],
    queryFn: ({ signal }) => parseText(paused, signal),
    enabled: paused.trim().length > 1,
    placeholderData: (previous) => previous,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
  if (!data || text.trim().length < 2) return { spans: [], parsed: null };
  return { spans: standing(text, data.spans), parsed: paused === text ? data : null };
}
