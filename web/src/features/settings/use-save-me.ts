// Saves settings of the user and says so.

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { updateMe } from "@/lib/api/account";
import type { MePatch } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { queryClient } from "@/lib/query/client";
import { showToast } from "@/lib/toasts/toasts";

export function useSaveMe() {
  return useMutation({
    mutationFn: (fields: MePatch) => updateMe(fields),
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      showToast({ kind: "done", words: t`Saved.` });
    },
    onError: (error) => showToast({ kind: "problem", words: sentenceOf(error) }),
  });
}
