"""Measuring: questions with gold quotations -> retrieval and answers scored -> tables. `python -m eval.run`."""
