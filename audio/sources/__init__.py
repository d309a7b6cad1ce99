"""Where each sound comes from: one small file each, no samples from elsewhere."""
