"""A built site takes the place of the published one: whole, or not at all."""
