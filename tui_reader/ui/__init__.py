"""The rooms: what is on the screen; the only place that knows Textual."""
