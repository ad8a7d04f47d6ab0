"""What extract.py stands on: the units of a question, what is measured of a sentence, and the model that ranks it."""
