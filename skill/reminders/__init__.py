"""The device's own services: its reminders and its time zone, through the SDK's clients."""
