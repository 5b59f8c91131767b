"""The one declaration of a field, and what a declared model is called in a file."""
