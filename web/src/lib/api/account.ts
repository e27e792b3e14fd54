// Requests about who is signed in, their settings and their credentials.

import { call } from "./client";
import type { Me, MePatch, Notification, Session, SignUp, Token, WholeToken } from "./contract";

export const signIn = (email: string, password: string) =>
  call<unknown>("POST", "/v1/auth/sign-in", { body: { email, password } });

export const signUp = (fields: SignUp) =>
  call<unknown>("POST", "/v1/auth/sign-up", { body: fields });

export const signOut = () => call<unknown>("POST", "/v1/auth/sign-out");

export const getMe = () => call<Me>("GET", "/v1/me");

export const updateMe = (fields: MePatch) => call<Me>("PATCH", "/v1/me", { body: fields });

export const changePassword = (fields: {
  current_password?: string;
  new_password: string;
  email?: string;
}) => call<unknown>("POST", "/v1/me/password", { body: fields });

export const deleteMe = (fields: { password?: string; confirm?: string }) =>
  call<unknown>("DELETE", "/v1/me", { body: fields });

export const listSessions = () => call<{ sessions: Session[] }>("GET", "/v1/sessions");

export const revokeSession = (id: string | null) =>
  call<unknown>("DELETE", id === null ? "/v1/sessions" : `/v1/sessions/${id}`);

export const listTokens = () => call<{ tokens: Token[] }>("GET", "/v1/tokens");

export const createToken = (fields: { name: string; scope: string }) =>
  call<WholeToken>("POST", "/v1/tokens", { body: fields });

export const revokeToken = (id: string) => call<unknown>("DELETE", `/v1/tokens/${id}`);

export const listNotifications = (signal?: AbortSignal) =>
  call<{ notifications: Notification[] }>("GET", "/v1/notifications", { signal });

export const acknowledgeNotification = (id: string) =>
  call<unknown>("POST", `/v1/notifications/${id}/acknowledge`);

export const acknowledgeAll = () => call<unknown>("POST", "/v1/notifications/acknowledge-all");
