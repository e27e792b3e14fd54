// The user with all that they have settled.

import { useQuery } from "@tanstack/react-query";
import { getMe } from "../api/account";
import { keys } from "./keys";

export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: getMe });
}
