"""Words to intent and slots: every sentence on the speaker, phrase-slot text on an Echo."""
