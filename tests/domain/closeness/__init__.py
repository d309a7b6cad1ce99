"""Both decide, the ladder, touch tonight, and two yeses."""
