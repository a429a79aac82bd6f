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
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * for nothing: it is not said to him how many versions a stream has, and a wait that costs its
 * client nothing would hold what others need. Nor is waited for what cannot come.
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

  /** Of those, the most of one account; a page and its parts are fewer. */
  static final int MOST_WAITING_OF_ACCOUNT = 4;

  /** A number so far beyond the last one in the ledger is nobody's within the longest wait. */
  static final long FAR = 1_000;

  private final Vitals vitals;
  private final Places places;
  private final WaitingShares waiting = new WaitingShares(MOST_WAITING, MOST_WAITING_OF_ACCOUNT);

  /** Which number a version of a stream has in the ledger. */
  interface Places {
    /** The number; empty while there is none. */
    Uni<Optional<Long>> seqOf(String stream, long version);

    /** Whether there is that version, numbered or not; a command answers with no other. */
    Uni<Boolean> isStored(String stream, long version);

    /** The last number that was given. */
    Uni<Long> head();
  }

  @Inject
  Freshness(Vitals vitals, Pool pool, StreamNames names, Asking asking) {
    this(vitals, own(in(new LedgerReader(pool)), names, asking::scope));
  }

  Freshness(Vitals vitals, Places places) {
    this.vitals = vitals;
    this.places = places;
  }

  private static Places in(LedgerReader ledger) {
    return new Places() {
      @Override
      public Uni<Optional<Long>> seqOf(String stream, long version) {
        return ledger.seqOf(stream, version);
      }

      @Override
      public Uni<Boolean> isStored(String stream, long version) {
        return ledger.isStored(stream, version);
      }

      @Override
      public Uni<Long> head() {
        return ledger.head();
      }
    };
  }

  /** Places in the ledger as who asks knows its streams, and of no other bureau's. */
  static Places own(Places all, StreamNames names, Supplier<Uni<Optional<Scope>>> asking) {
    return new Places() {
      @Override
      public Uni<Optional<Long>> seqOf(String stream, long version) {
        return storedAs(stream).flatMap(stored -> all.seqOf(stored, version));
      }

      @Override
      public Uni<Boolean> isStored(String stream, long version) {
        return storedAs(stream).flatMap(stored -> all.isStored(stored, version));
      }

      @Override
      public Uni<Long> head() {
        return all.head();
      }

      private Uni<String> storedAs(String stream) {
        return asking.get().map(scope -> stored(names, scope.orElse(Scope.HOME), stream));
      }
    };
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
    Optional<String> account =
        Optional.ofNullable(request.getSecurityContext().getUserPrincipal())
            .map(Principal::getName);
    return asked(account, wanted, version)
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

  /**
   * How far everything is shown, once that is what was asked for.
   *
   * @param account who asks; empty where nobody is signed in, who waits for nothing
   */
  Uni<Long> asked(Optional<String> account, long wanted, Optional<Version> version) {
    if (account.isEmpty()) {
      long seq = vitals.asOfSeq();
      return seq >= wanted ? Uni.createFrom().item(seq) : notYet(seq);
    }
    return version
        .map(named -> seen(account.get(), wanted, named))
        .orElseGet(() -> seen(account.get(), wanted));
  }

  /** Waits where it must, if there is room among those who wait. */
  private Uni<Long> seen(String account, long wanted) {
    long seq = vitals.asOfSeq();
    if (seq >= wanted) {
      return Uni.createFrom().item(seq);
    }
    return inTurn(
        account,
        () ->
            isNear(wanted, seq)
                ? visible(wanted, LONGEST_WAIT.dividedBy(STEP))
                : places
                    .head()
                    .flatMap(head ->
                        isNear(wanted, head)
                            ? visible(wanted, LONGEST_WAIT.dividedBy(STEP))
                            : notYet(vitals.asOfSeq())));
  }

  private static boolean isNear(long wanted, long known) {
    return wanted - known <= FAR;
  }

  /** Waits for a number and for a version, which must first get a number. */
  private Uni<Long> seen(String account, long wanted, Version version) {
    return places
        .seqOf(version.stream(), version.number())
        .flatMap(place ->
            place.isPresent()
                ? seen(account, Math.max(wanted, place.get()))
                : inTurn(account, () -> stored(wanted, version)));
  }

  private Uni<Long> inTurn(String account, Supplier<Uni<Long>> wait) {
    if (!waiting.take(account)) {
      return notYet(vitals.asOfSeq());
    }
    return wait.get().onTermination().invoke(() -> waiting.give(account));
  }

  private Uni<Long> stored(long wanted, Version version) {
    return places
        .isStored(version.stream(), version.number())
        .flatMap(there ->
            there
                ? numbered(wanted, version, LONGEST_WAIT.dividedBy(STEP))
                : notYet(vitals.asOfSeq()));
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
