"""The local speaker: stands in for an Echo and for the cloud behind it, on this machine alone."""
