"""The stores, one contract, and the disk at its worst."""
