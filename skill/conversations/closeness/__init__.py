"""All that is said around closeness: both decide, the ladder, touch tonight, and voices that are known."""
