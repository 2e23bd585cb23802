"""Radio: what the village loudspeakers say of a month, in words an announcer reads without a halt, fitted to the slot."""
