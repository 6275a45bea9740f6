import * as z from "zod";

/** A text in the two languages of the project: Russian first, English second. */
export const Text = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

/** The languages of interface, documents and messages. */
export const languages = ["ru", "en"] as const;
export type Language = (typeof languages)[number];
