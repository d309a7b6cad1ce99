"""The device services a skill finds on a real Echo: reminders, settings, permission."""
