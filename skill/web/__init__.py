"""The public web door: Alexa's requests over HTTPS, let in only when Amazon signed them for this skill."""
