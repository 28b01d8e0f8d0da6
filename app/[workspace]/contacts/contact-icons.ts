import { AtSign, Globe, type LucideIcon, Mail, MapPin, Phone } from "lucide-react";
import type { ContactKind } from "@/domain/contact-point";

export const contactIcons: Readonly<Record<ContactKind, LucideIcon>> = {
  email: Mail,
  phone: Phone,
  web: Globe,
  social: AtSign,
  postal: MapPin,
};

/** Kinds that a click opens beside the application. */
export const opensBeside: ReadonlySet<ContactKind> = new Set(["web", "social", "postal"]);
