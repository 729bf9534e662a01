"""The design system: tokens, type, components and the templates that every page is made of."""
