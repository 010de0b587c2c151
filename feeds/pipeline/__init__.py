r"""The corridor: the only place that knows the order of the rooms.

::

    sources -> fetch -> parse -> normalize -> compare -> dedupe -> curate -> publish -> alert
               \________ poll _________/      \__________________ edit _________________/

:mod:`feeds.pipeline.poll` runs for many sources at once; a failure stays inside its source, and
reading runs in worker processes with limits. :mod:`feeds.pipeline.edit` is serial and
deterministic: stories, revisions, memberships, the sources' new states and the alerts of a batch
are committed together. :mod:`feeds.pipeline.publish` comes after the commit and can be done again
at any time from the store.

In: sources, the store, the output folder, now. Out: reports. Touches: what the rooms touch.
"""
