// Whether the server takes new accounts.

import { useQuery } from "@tanstack/react-query";
import { call } from "@/lib/api/client";

export type SignUpPolicy = "open" | "invite" | "closed";

export function useSignUpPolicy(): SignUpPolicy {
  const { data } = useQuery({
    queryKey: ["sign-up-policy"],
    queryFn: () => call<{ sign_up: SignUpPolicy }>("GET", "/v1/auth"),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data?.sign_up ?? "closed";
}
