import type { Page } from '@playwright/test';

/** How every state on the page is shown from now on. */
export interface Look {
  readonly lang: string;
  readonly theme: 'light' | 'dark';
  /** Of the frames, in CSS pixels. */
  readonly width: number;
}

/** Draws every state anew in a language, a theme and a width, and waits until all of it stands. */
export const show = async (page: Page, look: Look): Promise<void> => {
  await page.evaluate(async ({ lang, theme, width }) => {
    const sentences = ['call', 'widget', 'agent-elements'].map(
      (name) => `/packages/${name}/src/elements/localize/translations.js`,
    );
    for (const path of sentences) {
      const { translations } = (await import(path)) as { translations: Record<string, () => Promise<unknown>> };
      await translations[lang]?.();
    }
    for (const frame of document.querySelectorAll<HTMLElement>('.frame')) frame.style.inlineSize = `${width}px`;
    for (const provider of document.querySelectorAll('cc-provider')) {
      provider.lang = lang;
      provider.setAttribute('theme', theme);
    }
    const drawn = async (root: ParentNode): Promise<void> => {
      for (const node of root.querySelectorAll('*')) {
        if ('updateComplete' in node) await node.updateComplete;
        if (node.shadowRoot) await drawn(node.shadowRoot);
      }
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let i = 0; i < 2; i++) {
      await frame();
      await drawn(document);
    }
    await frame();
  }, look);
  // A colour on its way from one theme to the other is neither. What goes on for ever is on its way to nothing.
  await (
    await animationsOn(page)
  ).evaluate(async (animations) => {
    const onTheirWay = animations.filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(onTheirWay.map(({ finished }) => finished));
  });
};

/** Everything that moves on the page now, in shadow trees too. */
const animationsOn = (page: Page) =>
  page.evaluateHandle(() => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    return [...new Set(rootsIn(document).flatMap((root) => root.getAnimations()))];
  });

/**
 * What a person could not read or would have to scroll sideways for, in each state: text that reaches out of its frame or
 * is cut by what lies around it, and boxes that scroll sideways. A name that ends in an ellipsis is shortened on purpose.
 */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const childrenOf = (element: Element): readonly Node[] => {
      if (element instanceof HTMLSlotElement && element.assignedNodes().length > 0) return element.assignedNodes();
      return [...(element.shadowRoot ?? element).childNodes];
    };
    const isHiddenBox = ({ width, height }: DOMRect) => width <= 1 || height <= 1;
    const faultsOf = (element: Element, box: DOMRect, clips: readonly DOMRect[]): string[] => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
      const style = getComputedStyle(element);
      const rect = element.getBoundingClientRect();
      const clipsAll = /hidden|clip/.test(style.overflowX) || style.clipPath !== 'none';
      if (clipsAll && isHiddenBox(rect)) return []; // read out, not seen
      const faults: string[] = [];
      if (/auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
        faults.push(`${element.localName}.${element.className} scrolls sideways`);
      const shortens = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const inside = clipsAll && !shortens && style.display !== 'inline' ? [...clips, rect] : shortens ? [] : clips;
      for (const child of childrenOf(element)) {
        if (child instanceof Element) faults.push(...faultsOf(child, box, inside));
        if (!(child instanceof Text) || child.data.trim() === '' || shortens) continue;
        const range = document.createRange();
        range.selectNodeContents(child);
        for (const line of range.getClientRects()) {
          if (line.width < 2) continue;
          const words = child.data.trim().slice(0, 40);
          if (line.left < box.left - 1 || line.right > box.right + 1)
            faults.push(`“${words}” reaches out of its frame`);
          else if (inside.some((clip) => line.left < clip.left - 1 || line.right > clip.right + 1))
            faults.push(`“${words}” is cut at its side`);
          else if (inside.some((clip) => line.top < clip.top - 3 || line.bottom > clip.bottom + 3))
            faults.push(`“${words}” is cut above or below`);
        }
      }
      return faults;
    };
    return [...document.querySelectorAll('.frame')].flatMap((frame) => {
      const state = frame.previousElementSibling?.textContent ?? '';
      const faults = new Set(faultsOf(frame, frame.getBoundingClientRect(), []));
      return [...faults].map((fault) => `${state}: ${fault}`);
    });
  });

/** What moves although the system asks for little motion: animations of anything but how opaque something is. */
export const movements = async (page: Page): Promise<string[]> =>
  (await animationsOn(page)).evaluate((animations) => {
    const still = new Set(['opacity', 'offset', 'computedOffset', 'easing', 'composite', 'visibility']);
    return animations.flatMap(({ effect }) => {
      if (!(effect instanceof KeyframeEffect)) return [];
      const moved = effect.getKeyframes().flatMap((frame) => Object.keys(frame).filter((name) => !still.has(name)));
      const target = `${effect.target?.localName ?? ''}.${effect.target?.getAttribute('class') ?? ''}`;
      return moved.length > 0 ? [`${target} moves by ${[...new Set(moved)].join(', ')}`] : [];
    });
  });
