"""What Amazon gets: an interaction model a locale and the manifest, composed from what locales/ says."""
