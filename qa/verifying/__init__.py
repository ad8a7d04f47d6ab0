"""What verify.py stands on: claims, where their words stand, the nearest wording, and the differences marked."""
