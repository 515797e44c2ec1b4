import { expect, test } from 'vitest';
import { type SvgDrawing, toSvg } from '../../../../../client/src/webviews/graph/page/svg.ts';

const drawing: SvgDrawing = {
  nodes: [
    { x: 0, y: 0, radius: 10, builtIn: 'person', label: 'A & <script>alert(1)</script>\u0000\u001b' },
    { x: 100, y: 0, radius: 10, builtIn: 'place', label: '"Odesa" 𝔘\ud800' },
  ],
  edges: [
    { a: 0, b: 1, width: 2, isPart: false },
    { a: 0, b: 1, width: 1, isPart: true },
  ],
  colorOf: (builtIn) => (builtIn === 'person' ? '#00f' : 'red" onload="x'),
  background: '#fff',
  foreground: '#333',
  line: '#777',
};

test('names are text, and what XML cannot hold is left out', () => {
  const svg = toSvg(drawing);
  expect(svg).toContain('>A &#38;</text>');
  expect(svg).toContain('>&#60;script&#62;alert(1)&#60;/script&#62;</text>');
  expect(svg).toContain('>&#34;Odesa&#34; 𝔘</text>');
  expect(svg).not.toMatch(/<script|onload="/);
});

test('shapes by type, lines between them, arrows to the whole', () => {
  const svg = toSvg({ ...drawing, nodes: drawing.nodes.map((node) => ({ ...node, label: 'A' })) });
  expect(svg).toMatch(/^<svg xmlns="[^"]+" viewBox="-70 -70 240 140" width="240" height="140">/);
  expect(svg).toContain('<circle cx="0" cy="0" r="10" fill="#00f"');
  expect(svg).toContain('<polygon points="100,-10 110,0 100,10 90,0"');
  expect(svg).toContain('<line x1="0" y1="0" x2="100" y2="0" stroke="#777" stroke-width="2" opacity="0.9"/>');
  expect(svg).toContain(
    'x2="90" y2="0" stroke="#777" stroke-width="1" stroke-dasharray="5 3" marker-end="url(#whole)"',
  );
});

test('an empty graph is an empty picture', () => {
  expect(toSvg({ ...drawing, nodes: [], edges: [] })).toContain('viewBox="-60 -60 120 120"');
});
