"""Closeness: both decide, the ladder, touch tonight, and the two yeses every touch begins with."""
