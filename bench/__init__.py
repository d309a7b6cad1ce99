"""Measurements beside the neighbours, as ratios: `make bench`."""
