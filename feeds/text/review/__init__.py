"""What is to be said of a query: what is wrong with it, what it never finds, what it hardly means.

In: what stands in ``match:``, and the ids of the sources. Out: a :class:`Review`. Touches: nothing.

``review`` puts together what each other file finds. What no story can have: ``contradictions``
(asked for and excluded), ``single`` (two values of a field that has one), ``sources`` and
``languages`` (values that are not there). What its writer probably did not mean: ``operators``
(``or``, ``ODER``), ``signs`` (``!``, ``|``, ``=``, full-width ones), ``quotes`` (``«flood
warning»``), ``fields`` (which word a field holds for). ``doubt`` is what they have in common.
"""

from feeds.text.review.review import Review, review_query

__all__ = ["Review", "review_query"]
