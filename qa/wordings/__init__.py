"""What wording.py stands on: the forms of a phrase, where each stands, and how often by year or event."""
