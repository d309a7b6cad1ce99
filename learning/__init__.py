"""Learns what the ears cannot be told by rules; only its result is part of the product."""
