import { unsubscribeByOneClick } from "@/server/one-click";

export const POST = unsubscribeByOneClick;
