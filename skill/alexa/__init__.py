"""The edge to Alexa: her JSON becomes a Turn, a Reply becomes her JSON."""
