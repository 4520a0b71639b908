import { BrandColor, type JoinView, type LinkConfiguration } from '@carillon/contract';

/** A colour that is being typed is shown once it is one. */
const colorOr = <T>(text: unknown, before: T): string | T => {
  const color = BrandColor.safeParse(text);
  return color.success ? color.data : before;
};

/** What the customer of such a link would see, from what stands in the form and what was seen before. */
export function toPreview(body: Record<string, unknown>, queueName: string, before: JoinView | null): JoinView {
  const draft = body as unknown as LinkConfiguration;
  const { brand, kind, media, consent, language, texts, initialOptions, callOptions } = draft;
  const background = brand.background ? colorOr(brand.background, before?.brand.background ?? null) : null;
  return {
    state: 'available',
    kind,
    brand: { ...brand, color: colorOr(brand.color, before?.brand.color ?? '#0f62c4'), background },
    media,
    consent,
    language,
    texts,
    initialOptions,
    callOptions,
    queueName,
    displayName: 'Marija Horvat',
    opensAt: null,
    expiresAt: Date.now() + 86_400_000,
    serverNow: Date.now(),
  };
}
