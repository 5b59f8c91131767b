"""From the catalog to Markdown: a view holds what a page shows, a template how it is said."""
