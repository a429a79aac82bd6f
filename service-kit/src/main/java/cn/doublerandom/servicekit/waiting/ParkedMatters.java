package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.ParkedRecord;
import cn.doublerandom.eventstore.projection.ParkedStreams;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What was set aside in a service, for the operators of the installation: where, and not what. */
@ApplicationScoped
public class ParkedMatters {
  private static final int MOST = 500;

  private final Inbox inbox;
  private final Pool pool;
  private final Asking asking;

  /** The page on which operators see to it. */
  private final String place;

  @Inject
  ParkedMatters(
      Inbox inbox,
      Pool pool,
      Asking asking,
      @ConfigProperty(name = "suite.service") String service) {
    this.inbox = inbox;
    this.pool = pool;
    this.asking = asking;
    this.place = "/" + service + "/ui/memory";
  }

  /** Nothing for whoever is no operator, or acts for another bureau than the installation's. */
  public Uni<Matters> of(Person person) {
    return person.isOneOf(List.of(Roles.OPERATOR))
        ? asking
            .orSeed()
            .flatMap(own -> own.isSeed() ? parked() : Uni.createFrom().item(Matters.NONE))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> parked() {
    return inbox
        .parked(0, MOST)
        .map(this::records)
        .flatMap(records ->
            new ParkedStreams(pool)
                .all(MOST)
                .map(streams ->
                    Matters.together(
                        List.of(
                            records,
                            Matters.all(
                                streams.stream()
                                    .map(s -> stream(s.projection(), s.stream()))
                                    .toList())))));
  }

  private Matters records(List<ParkedRecord> parked) {
    Map<String, Long> sources =
        parked.stream()
            .collect(
                Collectors.groupingBy(ParkedRecord::source, TreeMap::new, Collectors.counting()));
    return Matters.all(
        sources.entrySet().stream().map(s -> records(s.getKey(), s.getValue())).toList());
  }

  private Matter records(String source, long count) {
    return new Matter(
        "parked-records",
        "处理来自 %s 的 %d 条搁置记录".formatted(source, count),
        "See to %d parked records of %s".formatted(count, source),
        null,
        null,
        place);
  }

  private Matter stream(String projection, String stream) {
    return new Matter(
        "parked-stream",
        "处理读模型 %s 中搁置的 %s".formatted(projection, stream),
        "See to %s, parked in the read model %s".formatted(stream, projection),
        null,
        null,
        place);
  }
}
