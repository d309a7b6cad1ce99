"""What the product has to say and do, by subject: the shapes of its files, read and checked."""
