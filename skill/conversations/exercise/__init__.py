"""All that is said around an exercise."""
