"""What origin stands on: catalogs, publishers, datelines, and days without a year."""
