"""The speaker's own voice: words in, sound out."""
