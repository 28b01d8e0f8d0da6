import { takeBounce } from "@/server/bounce-intake";

export const dynamic = "force-dynamic";

export const POST = takeBounce;
