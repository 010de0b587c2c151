FROM python:3.13-slim AS build
WORKDIR /build
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY feeds ./feeds
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir -c constraints.txt .

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
CMD ["run"]
