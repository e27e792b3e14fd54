// A question with a few answers to press.

import type { Task } from "@/lib/api/contract";
import { say } from "@/lib/chat/conversation";
import { Button } from "@/ui/button";

interface Props {
  data: { question: string; choices: { label: string; task?: Task | null }[] };
  isOpen: boolean;
}

export function ChoicesCard({ data, isOpen }: Props) {
  return (
    <section aria-label={data.question} className="flex flex-col gap-2">
      <p>{data.question}</p>
      <div className="flex flex-wrap gap-1.5">
        {data.choices.map((choice) => (
          <Button
            key={choice.label}
            size="small"
            isDisabled={!isOpen}
            onPress={() => say(choice.label)}
          >
            <span className="max-w-64 truncate">{choice.label}</span>
          </Button>
        ))}
      </div>
    </section>
  );
}
