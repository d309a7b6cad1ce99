"""The check-in: one question a day, kept answers of both."""
