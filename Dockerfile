FROM python:3.13-slim AS build
WORKDIR /build
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY feeds ./feeds
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir -c constraints.txt '.[fulltext,notify]'

FROM python:3.13-slim
RUN useradd --uid 10001 --create-home --home-dir /desk desk \
    && mkdir -p /desk/data /desk/output /desk/inbox && chown -R desk:desk /desk
COPY --from=build /venv /venv
COPY --chown=desk:desk sources.yaml /desk/sources.yaml
COPY --chown=desk:desk inbox /desk/inbox
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
WORKDIR /desk
USER desk
VOLUME ["/desk/data", "/desk/output"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["wiredesk"]
CMD ["run", "--listen", "127.0.0.1:8080"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "import http.client, sys; c = http.client.HTTPConnection('127.0.0.1', 8080, timeout=4); c.request('GET', '/healthz'); sys.exit(c.getresponse().status != 200)"]
