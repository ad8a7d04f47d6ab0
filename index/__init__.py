"""Offline: from readouts to a searchable index, read -> clean -> split -> attribute -> embed -> store."""
