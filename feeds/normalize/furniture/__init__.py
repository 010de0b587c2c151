"""What do sites and newsrooms write around their reports? By words and rules, line by line.

In: a line. Out: what it is, or that it may be the report's. Touches: nothing. Of the room it
imports ``days`` and ``credits``.

``lines`` judges one line (with ``listed_names``). What it knows by heart: ``phrases`` and
``menu_words`` of sites, ``site_talk`` (``talk_words``, ``program_talk``, ``mail_talk`` with
``mail_told``, ``comment_forms``; what is ``retold`` in a report is none), ``press_words`` and
``wire`` of newsrooms, ``captions``, ``rows`` of tables, ``point_titles`` above the points of a
report, ``pointing`` at other reports, labels that were ``glued`` to words, ``no_names``.
``interviewers`` are named by lines of their own. ``tails`` cuts what stands below any text (with
``makers`` and ``stood``).
"""
