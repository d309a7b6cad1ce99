"""Two-minute exercises: what they are, which one fits, and where one stands."""
