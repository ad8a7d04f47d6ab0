"""What split stands on: sentence ends, markers and lists."""
