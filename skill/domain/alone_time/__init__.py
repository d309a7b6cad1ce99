"""Time alone for each parent: booked, covered, moved, skipped, taken back, and reminded of."""
