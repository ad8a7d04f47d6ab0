"""The chat page: an answer and its sources as HTML, and the Gradio blocks that hold them."""
