package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is: {@code X-As-Of-Seq} names the ledger entry up to which it shows
 * everything, {@code ?minSeq=} waits a moment until it shows at least that, and {@code
 * ?seen=<stream>@<version>} until it shows what a command answered with. Who is not signed in waits
 * for no version, for the wait would tell how many a stream has.
 */
@ApplicationScoped
public class Freshness {
  public static final String HEADER = "X-As-Of-Seq";

  private static final String PARAMETER = "minSeq";
  private static final String SEEN = "seen";
  private static final Pattern VERSION = Pattern.compile("(.{1,300})@([1-9][0-9]{0,8})");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Duration STEP = Duration.ofMillis(25);

  /** Requests that wait at once; they hold a connection each, and no thread. */
  static final int MOST_WAITING = 64;

  private final Vitals vitals;
  private final Places places;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Which number a version of a stream has in the ledger. */
  interface Places {
    /** The number; empty while there is none. */
    Uni<Optional<Long>> seqOf(String stream, long version);
  }

  @Inject
  Freshness(Vitals vitals, Pool pool, StreamNames names, Asking asking) {
    this(vitals, own(new LedgerReader(pool)::seqOf, names, asking::scope));
  }

  Freshness(Vitals vitals, Places places) {
    this.vitals = vitals;
    this.places = places;
  }

  /** Places in the ledger as who asks knows its streams, and of no other bureau's. */
  static Places own(Places all, StreamNames names, Supplier<Uni<Optional<Scope>>> asking) {
    return (stream, version) ->
        asking
            .get()
            .map(scope -> stored(names, scope.orElse(Scope.HOME), stream))
            .flatMap(stored -> all.seqOf(stored, version));
  }

  private static String stored(StreamNames names, Scope scope, String stream) {
    try {
      return names.stored(scope, stream);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(EdgeRejection.SEEN_INVALID);
    }
  }

  @ServerRequestFilter
  public Uni<Response> await(ContainerRequestContext request) {
    if (!request.getMethod().equals("GET")) {
      return Uni.createFrom().nullItem();
    }
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    long wanted = wanted(query.getFirst(PARAMETER));
    Optional<Version> version = Optional.ofNullable(query.getFirst(SEEN)).map(Version::of);
    boolean signedIn = request.getSecurityContext().getUserPrincipal() != null;
    return (version.isPresent() && signedIn ? seen(wanted, version.get()) : seen(wanted))
        .invoke(seq -> request.setProperty(HEADER, seq))
        .replaceWith((Response) null);
  }

  private static long wanted(@Nullable String given) {
    if (given == null) {
      return 0;
    }
    if (!given.matches("[0-9]{1,18}")) {
      throw new ProblemException(EdgeRejection.MIN_SEQ_INVALID);
    }
    return Long.parseLong(given);
  }

  /** What a command answered with. */
  record Version(String stream, long number) {
    static Version of(String given) {
      Matcher matcher = VERSION.matcher(given);
      if (!matcher.matches()) {
        throw new ProblemException(EdgeRejection.SEEN_INVALID);
      }
      return new Version(matcher.group(1), Long.parseLong(matcher.group(2)));
    }
  }

  /** Waits where it must, if there is room among those who wait. */
  Uni<Long> seen(long wanted) {
    return vitals.asOfSeq() >= wanted
        ? Uni.createFrom().item(vitals.asOfSeq())
        : inTurn(() -> visible(wanted, LONGEST_WAIT.dividedBy(STEP)));
  }

  /** Waits for a number and for a version, which must first get a number. */
  Uni<Long> seen(long wanted, Version version) {
    return places
        .seqOf(version.stream(), version.number())
        .flatMap(place ->
            place.isPresent()
                ? seen(Math.max(wanted, place.get()))
                : inTurn(() -> numbered(wanted, version, LONGEST_WAIT.dividedBy(STEP))));
  }

  private Uni<Long> inTurn(Supplier<Uni<Long>> wait) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return notYet(vitals.asOfSeq());
    }
    return wait.get().onTermination().invoke(waiting::decrementAndGet);
  }

  private Uni<Long> numbered(long wanted, Version version, long attempts) {
    if (attempts <= 0) {
      return notYet(vitals.asOfSeq());
    }
    return after(STEP.multipliedBy(2))
        .flatMap(waited -> places.seqOf(version.stream(), version.number()))
        .flatMap(place ->
            place.isPresent()
                ? visible(Math.max(wanted, place.get()), attempts)
                : numbered(wanted, version, attempts - 2));
  }

  private static Uni<Long> notYet(long seq) {
    return Uni.createFrom()
        .failure(
            new ProblemException(EdgeRejection.NOT_YET_VISIBLE, List.of(), Map.of("asOfSeq", seq)));
  }

  private Uni<Long> visible(long wanted, long attempts) {
    long seq = vitals.asOfSeq();
    if (seq >= wanted) {
      return Uni.createFrom().item(seq);
    } else if (attempts == 0) {
      return notYet(seq);
    }
    return after(STEP).flatMap(waited -> visible(wanted, attempts - 1));
  }

  private static Uni<Void> after(Duration pause) {
    return Uni.createFrom().voidItem().onItem().delayIt().by(pause);
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    Object seq = request.getProperty(HEADER);
    if (seq != null) {
      response.getHeaders().putSingle(HEADER, seq.toString());
    }
  }
}
