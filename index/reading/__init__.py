"""What read stands on: one reader a format, from bytes to lines of text with their places in the file."""
