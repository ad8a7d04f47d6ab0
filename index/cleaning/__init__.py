"""What clean and read stand on: encodings, markup, line joining, articles, and what is no part of the text."""
