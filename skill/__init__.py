"""Holding Hands: a voice skill for two parents whose hands are full."""
