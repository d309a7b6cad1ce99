"""Nouns and rules of two parents and their evenings: values without Amazon, a server or a database."""
