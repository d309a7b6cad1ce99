"""Nouns and rules of two parents and their evenings: the standard library only."""
