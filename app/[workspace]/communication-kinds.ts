import { FileText, Globe, type LucideIcon, Mail, MailOpen, Phone, Users } from "lucide-react";
import type { CommunicationType } from "@/domain/communication-input";

type Kind = {
  Icon: LucideIcon;
  /** Whether it came from somebody or went to somebody. */
  hasDirection: boolean;
};

const kinds: Record<CommunicationType, Kind> = {
  PHONE_COMMUNICATION: { Icon: Phone, hasDirection: true },
  EMAIL_COMMUNICATION: { Icon: Mail, hasDirection: true },
  FACE_TO_FACE_COMMUNI: { Icon: Users, hasDirection: false },
  LETTER_CORRESPONDENC: { Icon: MailOpen, hasDirection: true },
  WEB_SITE_COMMUNICATI: { Icon: Globe, hasDirection: true },
  COMMENT_NOTE: { Icon: FileText, hasDirection: false },
};

/** What is written down by hand most often, in the order of the form. */
export const commonTypes = [
  "PHONE_COMMUNICATION",
  "EMAIL_COMMUNICATION",
  "FACE_TO_FACE_COMMUNI",
  "COMMENT_NOTE",
] as const satisfies readonly CommunicationType[];

export function kindOf(typeCode: CommunicationType): Kind {
  return kinds[typeCode];
}

/** A type as the database holds it; one that this version does not know reads as a note. */
export function readType(typeCode: string): CommunicationType {
  return isKnown(typeCode) ? typeCode : "COMMENT_NOTE";
}

function isKnown(typeCode: string): typeCode is CommunicationType {
  return typeCode in kinds;
}
