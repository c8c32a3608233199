"""Questions about events: why two articles are together, where a new one belongs, what holds an event together."""
