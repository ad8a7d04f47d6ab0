"""What attribute stands on: the cues that tell who speaks, in each language."""
