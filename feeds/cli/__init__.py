"""The front door: the one place that puts everything together.

In: arguments, the environment, a terminal. Out: tables, JSON, exit codes. Touches: all of these.
"""
