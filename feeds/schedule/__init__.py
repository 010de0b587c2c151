"""The pulse: when is each source due, and the daemon that keeps it.

In: what a poll gave, what was remembered. Out: what to remember, the next due time; a whole pass.
Touches: the clock and signals, through the daemon. Next: the corridor.

WebSub has a folder of its own, ``websub``.

What is needed of it is taken from its files: most commands ask what is due, and few begin a pass.
"""
