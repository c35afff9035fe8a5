// Colours of the design system as custom properties.
//
// The design system compiles its colours into every rule. We turn each into `var(--role-name)`, where the role is what
// the property paints: `bg` (surfaces), `fg` (text and icons) or `line` (borders, outlines, shadows). One colour may then
// have a different dark counterpart as a surface than as a text. `palette.mjs` holds both schemes.

import { DARK, DARK_ICONS, LIGHT, NAMES } from './palette.mjs';

const COLOUR = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|(?<![-\w])(?:white|black)\b(?!-)|rgba?\([^)]*\)/gi;
const DECLARATION = /(^|[;{]\s*)([a-z-]+)(:\s*)([^;{}]+)(?=[;}])/gm;
const ICON = /url\("?icon:([a-z0-9-]+)\.svg"?\)/g;

/** Replaces colours and icons by custom properties and puts their definitions first. */
export async function recolour(css, inlineIcon) {
  const used = new Set();
  const icons = new Set();
  const body = css.replace(DECLARATION, (whole, before, property, colon, value) => {
    if (property.startsWith('--') || value.includes('data:')) return whole;
    const painted = value
      .replace(ICON, (_, name) => {
        icons.add(name);
        return `var(--icon-${name})`;
      })
      .replace(COLOUR, (literal) => {
        const variable = `${role(property)}-${nameOf(literal, property)}`;
        used.add(variable);
        return `var(--${variable})`;
      });
    return before + property + colon + painted;
  });
  const light = [];
  const dark = [];
  for (const variable of [...used].sort()) {
    const name = variable.slice(variable.indexOf('-') + 1);
    light.push(`--${variable}:${LIGHT[name]}`);
    if (!(variable in DARK)) throw new Error(`The dark scheme has no “${variable}”; add it to DARK in build/palette.mjs`);
    dark.push(`--${variable}:${DARK[variable]}`);
  }
  for (const name of [...icons].sort()) {
    const [file, onLight, onDark] = iconColours(name);
    light.push(`--icon-${name}:${await inlineIcon(file, onLight)}`);
    dark.push(`--icon-${name}:${await inlineIcon(file, onDark)}`);
  }
  return [
    `:root{color-scheme:light;${light.join(';')}}`,
    // Paper stays white.
    `@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${dark.join(';')}}}`,
    body,
  ].join('\n');
}

function role(property) {
  if (property.startsWith('background')) return 'bg';
  if (/^(color|fill|stroke|caret-color|text-decoration-color|accent-color)$/.test(property)) return 'fg';
  return 'line';
}

function nameOf(literal, property) {
  const key = literal.toLowerCase().replace(/\s+/g, ' ');
  const name = NAMES.get(key);
  if (!name) throw new Error(`The colour ${literal} of “${property}” has no name; add it to LIGHT in build/palette.mjs`);
  return name;
}

/** File and colours of an icon: the design system has white twins of icons for dark ground. */
function iconColours(name) {
  const white = name.endsWith('-white');
  const grey = name.endsWith('-gray-200');
  const file = name.replace(/-white$|-gray-200$/, '');
  if (white) return [file, LIGHT.white, DARK['fg-white']];
  if (grey) return [file, LIGHT['gray-300'], DARK_ICONS.grey];
  return [file, LIGHT.black, DARK_ICONS.plain];
}
