"""All that is said around the question of the day."""
