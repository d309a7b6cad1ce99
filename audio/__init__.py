"""Sounds and narrated tracks: small sources, and the builder that renders them (`make audio`)."""
