"""Where households are kept: one file a kind of store, and the rooms they share."""
