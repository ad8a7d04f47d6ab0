"""Makes the encoder that ships in index/encoder/: read -> tokenizer -> pairs -> train -> export."""
