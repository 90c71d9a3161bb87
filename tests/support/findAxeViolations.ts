import axe from 'axe-core';

/** What axe finds wrong in the page, without what needs a real layout (contrast, target size): the browser tests look at those. */
export async function findAxeViolations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: {
      'heading-order': { enabled: true },
      'color-contrast': { enabled: false },
      'target-size': { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
