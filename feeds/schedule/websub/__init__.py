"""WebSub (https://www.w3.org/TR/websub/): publishers' hubs tell us when there is something new.

We go to hubs: ``requests`` says what is to be asked of them now, ``asking`` asks. They come to us:
``callbacks`` answers them, ``signature`` tells whose push it is. ``subscribing`` is how one
subscription goes on, step by step. What it means for polling: ``hurrying`` has a source polled
sooner, ``stretch`` later, and ``following`` notes what polls say of a hub.
"""
