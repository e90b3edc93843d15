# ssot as a program in a box: runs as nobody in particular, writes nothing, needs no network.
#
#   docker build --tag ssot .
#   docker run --rm --network none --read-only --tmpfs /tmp --volume "$PWD:/code:ro" ssot check
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN mvn -B -q -pl cli -am -Dquick package

FROM eclipse-temurin:17.0.15_6-jre-noble
# git reads what --since and --staged compare with. The repository belongs to somebody else than the
# user in here, and git is to read it all the same.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
WORKDIR /opt/ssot
COPY --from=build /build/ssot ./
COPY --from=build /build/cli/target/ssot.jar cli/target/
COPY --from=build /build/cli/src/main/resources/dev/ssot/cli/policies cli/src/main/resources/dev/ssot/cli/policies
COPY --from=build /build/router/src/main/java router/src/main/java
# The first start lays out the classes of a scan for this Java; it needs the sources above, and nothing does later.
RUN touch cli/target/ssot.jar \
    && ./ssot --version \
    && rm -r cli/src router \
    && ln -s /opt/ssot/ssot /usr/local/bin/ssot
WORKDIR /code
USER 10001:10001
ENTRYPOINT ["ssot"]
CMD ["check"]
